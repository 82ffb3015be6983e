'use strict';
var fs = require('fs').promises;

exports.run = async function () {
  var [text, info] = await Promise.all([
    fs.readFile('harness.mjs', 'utf8'),
    fs.stat('harness.mjs'),
  ]);
  return text.length === info.size;
};
