const { readdirSync } = require('node:fs');

exports.find = (page) => readdirSync('layouts').find((name) => page.startsWith(name)); // ok
exports.reload = async () => readdirSync('layouts'); // ok
