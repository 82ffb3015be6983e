const express = require('express');

const app = express();

// The first request loads them all; that is told once.
app.get('/preview', (req, res) => {
  const cheerio = require('cheerio'); // expect: blocking-io@information global.require
  const marked = require('marked');
  const juice = require('juice');
  res.send([cheerio, marked, juice].length);
});
