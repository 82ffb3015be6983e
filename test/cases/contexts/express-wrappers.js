const express = require('express');
const asyncHandler = require('express-async-handler');
const { catchErrors } = require('@acme/errors');
const fs = require('fs');

const router = (module.exports = express.Router());

const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);

router.get('/a', asyncHandler(async (req, res) => {
  res.send(fs.readFileSync('a.txt')); // expect: blocking-io node:fs.readFileSync
}));

router.get('/b', wrap((req, res) => {
  res.send(fs.readFileSync('b.txt')); // expect: blocking-io node:fs.readFileSync
}));

router.get('/c', wrap(show));

router.get('/d', catchErrors(async (req, res) => {
  res.send(fs.readFileSync('d.txt')); // expect: blocking-io node:fs.readFileSync
}));

async function show(req, res) {
  res.send(fs.readFileSync('c.txt')); // expect: blocking-io node:fs.readFileSync
}
