'use strict';
var fs = require('fs').promises;

exports.run = async function () {
  var text = await fs.readFile('harness.mjs', 'utf8');
  var info = await fs.stat('harness.mjs');
  return text.length === info.size;
};
