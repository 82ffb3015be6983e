const fs = require('fs');
const util = require('util');

function read(file, done) {
  done(null, fs.readFileSync(file));
}

function ask(file, done) {
  fs.readFile(file, done);
}

const readAsync = util.promisify(read);
const askAsync = util.promisify(ask);
const statAsync = util.promisify(fs.stat);

exports.page = async (file) => {
  await askAsync(file); // ok: it waits
  await statAsync(file); // ok: so does this
  return readAsync(file); // expect: blocking-io node:fs.readFileSync
};
