'use strict';
const fs = require('fs');
const path = require('path');

// A synchronous library: its callers know what they call.
exports.loadSync = function loadSync(dir) {
  return fs.readdirSync(dir).map((name) => exports.readSync(path.join(dir, name)));
};

exports.readSync = (file) => {
  if (!fs.existsSync(file)) return null;
  return JSON.parse(fs.readFileSync(file, 'utf8'));
};

exports.Loader = class {
  load(file) {
    return exports.readSync(file);
  }
};
