'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.load = load;
exports.list = list;
const fs = require('fs');
function load(name) {
  return fs.readFileSync(name, 'utf8');
}
function list(folder) {
  return fs.readdirSync(folder);
}
