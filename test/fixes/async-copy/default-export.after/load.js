const { readFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');

function load(file) {
  return readFileSync(file, 'utf8');
}

async function loadAsync(file) {
  return await readFile(file, 'utf8');
}

module.exports = load;
module.exports.loadAsync = loadAsync;
module.exports.own = load(__filename);
