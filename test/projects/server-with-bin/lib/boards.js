const { readFileSync } = require('node:fs');

exports.load = async (name) => readFileSync(`${name}.json`, 'utf8'); // expect: blocking-io@warning
