const { readFileSync } = require('node:fs');
const yargs = require('yargs');
const { find } = require('./find.js');

// It is public, and makes commands nevertheless.
exports.create = (folder) => ({
  start() {
    return globalThis.handlers[yargs(process.argv).argv._[0]](handle);
  },
  async version() {
    return readFileSync(`${folder}/version.txt`, 'utf8'); // expect: blocking-io@hint
  },
});

async function handle(name) {
  readFileSync('settings.json', 'utf8'); // expect: blocking-io@hint
  return new find.Finder(name);
}
