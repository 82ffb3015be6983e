const wipe = require('./function');
const { read, size, touch } = require('./object');
const Log = require('./class');
const { check, default: again } = require('./exports.js');
const passed = require('./reexport');

module.exports = async function main(dir) {
  wipe(dir); // expect: blocking-io node:fs.rmSync
  wipe.soft(dir); // expect: blocking-io node:fs.renameSync
  require('./function').soft(dir); // expect: blocking-io node:fs.renameSync
  read(dir); // expect: blocking-io node:fs.readFileSync
  size(dir); // expect: blocking-io node:fs.statSync
  touch(dir); // expect: blocking-io node:fs.utimesSync
  new Log().write('a'); // expect: blocking-io node:fs.appendFileSync
  new Log.Log().write('a'); // expect: blocking-io node:fs.appendFileSync
  Log.shared.write('b'); // expect: blocking-io node:fs.appendFileSync
  check(dir); // expect: blocking-io node:fs.accessSync
  again(dir); // expect: blocking-io node:fs.accessSync
  passed.read(dir); // expect: blocking-io node:fs.readFileSync
};
