const fs = require('fs');
const express = require('express');

const router = express.Router();
const guards = [(req, res, next) => next(fs.statSync('a')), check]; // expect: blocking-io

function check(req, res, next) {
  fs.statSync('b'); // expect: blocking-io
  next();
}

router.get('/a', ...guards, (req, res) => res.end(fs.readFileSync('x'))); // expect: blocking-io
router.use(['/x', '/y'], [guards, (req, res, next) => next(fs.accessSync('x'))]); // expect: blocking-io

module.exports = router;
