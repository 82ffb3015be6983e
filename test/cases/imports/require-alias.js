const fs = require('fs');
const disk = fs;
const rd = disk.readFileSync;
const { readdirSync } = disk;
let stat;
stat = fs.statSync;

module.exports.scan = async (root) => {
  return readdirSync(root) // expect: blocking-io node:fs.readdirSync
    .filter((name) => stat(root + '/' + name).isFile()) // expect: blocking-io node:fs.statSync
    .map((name) => rd(root + '/' + name)); // expect: blocking-io node:fs.readFileSync
};
