const { readFileSync } = require('node:fs');

function load(file) {
  return readFileSync(file, 'utf8');
}

module.exports = load;
module.exports.own = load(__filename);
