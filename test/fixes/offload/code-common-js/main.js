const { format } = require('node:util');

const state = { runs: 0 };

async function triangle(limit) {
  state.runs++;
  let sum = 0;
  for (let a = 0; a < limit * 1000; a++) {
    for (let b = 0; b < 30_000; b++) sum += (a ^ b) % 5;
  }
  return format('%d after %d', sum, state.runs);
}

exports.run = async () => triangle(5);
