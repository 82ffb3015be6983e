const express = require('express');
const fs = require('fs');

const app = express();

app.get('/all', (req, res) => {
  const out = [];
  for (const name of fs.readdirSync('items')) { // expect: blocking-io
    out.push(fs.readFileSync(`items/${name}`, 'utf8')); // expect: blocking-io@error node:fs.readFileSync
  }
  res.json(out);
});

app.get('/exists', (req, res) => {
  res.json(fs.existsSync('items')); // expect: blocking-io@information node:fs.existsSync
});

module.exports.reload = async () => {
  app.locals.config = fs.readFileSync('config.json'); // expect: blocking-io@warning node:fs.readFileSync
};
