const fs = require('fs');
const cp = require('child_process');

const exec = cp.execSync.bind(cp);
const readUtf8 = fs.readFileSync.bind(null, 'VERSION');

function dump() {
  fs.writeFileSync('state.json', JSON.stringify(this));
}

exports.all = async function (file) {
  fs.readFileSync.call(fs, file); // expect: blocking-io node:fs.readFileSync
  fs.statSync.apply(fs, [file]); // expect: blocking-io node:fs.statSync
  Reflect.apply(fs.lstatSync, fs, [file]); // expect: blocking-io node:fs.lstatSync
  exec('ls'); // expect: blocking-io node:child_process.execSync
  readUtf8(); // expect: blocking-io node:fs.readFileSync
  dump.call({ file }); // expect: blocking-io node:fs.writeFileSync
  const bound = dump.bind({ file });
  bound(); // expect: blocking-io node:fs.writeFileSync
};
