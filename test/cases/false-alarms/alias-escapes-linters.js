// stdlib#10952: silently missed by name-based rules; eslint#6880: the reference form.
var appendFile = require('fs').appendFileSync;
var fs = require('fs');

exports.log = async function (line) {
  appendFile('app.log', line); // expect: blocking-io node:fs.appendFileSync
};

exports.all = async (names) => names.map(fs.readFileSync); // expect: blocking-io node:fs.readFileSync
