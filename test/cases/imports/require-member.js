var readFile = require('fs').readFileSync;
var run = require("child_process").execSync, path = require('path');

module.exports = async function (dir) {
  var pkg = readFile(path.join(dir, 'package.json'), 'utf8'); // expect: blocking-io node:fs.readFileSync
  run('npm ls', { cwd: dir }); // expect: blocking-io node:child_process.execSync
  require('fs').unlinkSync(path.join(dir, '.lock')); // expect: blocking-io node:fs.unlinkSync
  return JSON.parse(pkg);
};
