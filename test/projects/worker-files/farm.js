const path = require('path');
const { Worker } = require('jest-worker');
const pfork = require('pfork');
const farmOf = require('worker-farm');

exports.farm = new Worker(require.resolve('./farm-task'));
exports.other = farmOf({ maxRetries: 1 }, require.resolve('./farm-job.js'), ['digest']);

const JOB = path.join(__dirname, 'forked.js');
exports.fork = () => pfork.fork({ name: 'job', script: JOB }, (error, port) => port);
