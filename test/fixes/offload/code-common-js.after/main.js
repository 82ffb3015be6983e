const { format } = require('node:util');
const { computeSumOnThread } = require('./compute-sum.worker.js');

const state = { runs: 0 };

async function triangle(limit) {
  state.runs++;
  const sum = await computeSumOnThread(limit);
  return format('%d after %d', sum, state.runs);
}

exports.run = async () => triangle(5);
