const { load, Store, remove } = require('./typescript');
const remover = require('./babel').default;
const { run } = require('./esbuild');

exports.main = async (file) => {
  load(file); // expect: blocking-io node:fs.readFileSync
  new Store(file).read('key'); // expect: blocking-io node:fs.readFileSync
  remove(file); // expect: blocking-io node:fs.rmSync
  remover(file); // expect: blocking-io node:fs.rmSync
  run('ls'); // expect: blocking-io node:child_process.execSync
};
