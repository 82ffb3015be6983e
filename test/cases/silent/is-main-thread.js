const { Worker, isMainThread, parentPort } = require('worker_threads');
const { readFileSync } = require('fs');
const { pbkdf2Sync } = require('crypto');

if (isMainThread) {
  module.exports = (password) => new Promise((resolve, reject) => {
    const worker = new Worker(__filename);
    worker.once('message', resolve).once('error', reject);
    worker.postMessage(password);
  });
} else {
  parentPort.on('message', (password) => {
    const salt = readFileSync('salt');
    parentPort.postMessage(pbkdf2Sync(password, salt, 1e6, 64, 'sha512'));
  });
}
