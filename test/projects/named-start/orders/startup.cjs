const fs = require('node:fs');

module.exports = async (container) => {
  container.rates = fs.readFileSync('rates.json', 'utf8'); // expect: blocking-io@hint node:fs.readFileSync
};
