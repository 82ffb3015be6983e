const { parentPort, workerData } = require('node:worker_threads');
const fs = require('node:fs').promises;

async function main() {
  parentPort.postMessage(await fs.readFile(`pages/${workerData}.html`, 'utf8'));
}

void main();
