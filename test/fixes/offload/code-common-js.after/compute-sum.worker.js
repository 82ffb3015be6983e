const { onThread } = require('./worker-pool.js');

function computeSum(limit) {
  let sum = 0;
  for (let a = 0; a < limit * 1000; a++) {
    for (let b = 0; b < 30_000; b++) sum += (a ^ b) % 5;
  }
  return sum;
}

const computeSumOnThread = onThread(__filename, 'computeSum');

module.exports = { computeSum, computeSumOnThread };
