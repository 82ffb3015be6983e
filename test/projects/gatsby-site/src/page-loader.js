const { readFileSync } = require('node:fs');

module.exports = async function (source) {
  return readFileSync('layout.html', 'utf8').replace('$page', source); // expect: blocking-io@hint
};
