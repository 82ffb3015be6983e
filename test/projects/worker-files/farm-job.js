const { readFileSync } = require('node:fs');

exports.digest = async function digest(name) {
  return readFileSync(name).toString('hex');
};
