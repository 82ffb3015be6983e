const fs = require('fs');

exports.read = (file) => fs.readFileSync(file);
exports.parse = (file) => JSON.parse(exports.read(file));

module.exports.load = async function (file) {
  return module.exports.parse(file); // expect: blocking-io node:fs.readFileSync
};

exports.size = async (file) => this.read ? 1 : exports.read(file).length; // expect: blocking-io node:fs.readFileSync
