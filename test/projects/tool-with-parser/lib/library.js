const { readFileSync } = require('node:fs');

exports.read = async (name) => readFileSync(name, 'utf8'); // expect: blocking-io@warning
