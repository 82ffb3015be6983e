'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.load = load;
exports.list = list;
const fs = require('fs');
async function load(name) {
  return await fs.promises.readFile(name, 'utf8');
}
function list(folder) {
  return fs.readdirSync(folder);
}
