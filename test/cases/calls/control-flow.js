const fs = require('fs');

exports.run = async function run(jobs, mode) {
  outer: for (const job of jobs) {
    while (job.pending) {
      if (fs.existsSync(job.lock)) continue outer; // expect: blocking-io node:fs.existsSync
      job.pending = false;
    }
  }
  switch (mode) {
    case 'read':
      return fs.readFileSync('in'); // expect: blocking-io node:fs.readFileSync
    case fs.statSync('in').size: // expect: blocking-io node:fs.statSync
    default:
      break;
  }
  try {
    await fs.promises.rm('x');
  } catch ({ code }) {
    fs.rmdirSync('x'); // expect: blocking-io node:fs.rmdirSync
  } finally {
    fs.closeSync(3); // expect: blocking-io node:fs.closeSync
  }
  do fs.fsyncSync(3); while (mode--); // expect: blocking-io node:fs.fsyncSync
  label: { break label; }
  return mode ?? (fs.realpathSync('.'), fs.lstatSync('.')); // expect: blocking-io node:fs.realpathSync, blocking-io node:fs.lstatSync
};
