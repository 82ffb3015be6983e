'use strict';

async function fetchJob(workerData) {
  const answer = await fetch(workerData);
  return await answer.text();
}

module.exports = { fetchJob };
