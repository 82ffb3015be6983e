const { readFileSync } = require('fs');
const { readFile } = require('fs/promises');

function load() {
  return readFileSync(__filename, 'utf8');
}

async function loadAsync() {
  return await readFile(__filename, 'utf8');
}

const text = load();

exports.main = async () => text + (await loadAsync());
