const { readFileSync } = require('node:fs');

// Not one of webpack's, by what it takes.
module.exports = async function (id) {
  return readFileSync(`${id}.json`, 'utf8'); // expect: blocking-io@warning
};
