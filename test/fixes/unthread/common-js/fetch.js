'use strict';
const { parentPort, workerData } = require('node:worker_threads');

(async () => {
  const answer = await fetch(workerData);
  parentPort.postMessage(await answer.text());
})();
