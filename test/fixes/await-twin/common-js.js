'use strict';
const fs = require('fs');
const { join } = require('path');

exports.run = async function run() {
  fs.writeFileSync(join('.', 'a'), 'text');
  return fs.readFileSync('a', 'utf8').split('');
};
