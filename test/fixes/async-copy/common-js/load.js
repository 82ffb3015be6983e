'use strict';
const fs = require('fs');

// The text of a file.
function load(file) {
  return fs.readFileSync(file, 'utf8');
}

class Cache {
  constructor(file) {
    this.text = load(file);
  }
}

module.exports = { Cache, load };
