'use strict';
const { createHash } = require('crypto');
const { onThread } = require('./worker-pool.js');

const SIZE = 12_000;

function countPairs(distance) {
  let count = 0;
  for (let a = 0; a < SIZE; a++) {
    for (let b = a; b < SIZE; b++) if ((a ^ b) % distance === 0) count += 1;
  }
  return createHash('md5').update(`${count}`).digest('hex');
}

const countPairsOnThread = onThread(__filename, 'countPairs');

module.exports = { countPairs, countPairsOnThread };
