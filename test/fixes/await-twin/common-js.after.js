'use strict';
const fs = require('fs');
const { join } = require('path');

exports.run = async function run() {
  await fs.promises.writeFile(join('.', 'a'), 'text');
  return (await fs.promises.readFile('a', 'utf8')).split('');
};
