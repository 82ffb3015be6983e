const { Worker } = require('jest-worker');
const farmOf = require('worker-farm');

exports.farm = new Worker(require.resolve('./farm-task'));
exports.other = farmOf({ maxRetries: 1 }, require.resolve('./farm-job.js'), ['digest']);
