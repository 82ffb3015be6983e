const deasync = require('deasync');
const sleep = require('atomic-sleep');
const { execSync } = require('child_process');

exports.naps = async () => {
  deasync.sleep(100); // expect: blocking-sleep deasync.sleep
  sleep(100); // expect: blocking-sleep atomic-sleep
  execSync('sleep 1'); // expect: blocking-io node:child_process.execSync
};
