const { readFileSync } = require('node:fs');

async function load() {
  return readFileSync('data.json', 'utf8'); // ok: a task
}
load();
