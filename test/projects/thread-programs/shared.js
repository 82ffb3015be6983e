const { readFileSync } = require('node:fs');

exports.load = async (name) => {
  return readFileSync(name); // expect: blocking-io@warning node:fs.readFileSync
};
