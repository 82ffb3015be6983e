'use strict';

const { countPairsOnThread } = require('./count-pairs.worker.js');

exports.run = async () => {
  const digest = await countPairsOnThread(7);
  return `pairs: ${digest}`;
};
