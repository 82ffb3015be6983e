const path = require('node:path');
const { Worker } = require('node:worker_threads');

exports.load = function load() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, 'fetch.js'), { workerData: 'http://localhost:8081' });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
};

require('node:http')
  .createServer(async (request, response) => {
    response.end(await exports.load());
  })
  .listen(8080);
