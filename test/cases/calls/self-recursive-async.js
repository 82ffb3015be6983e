const fs = require('fs').promises;
const { lstatSync } = require('fs');

async function walk(dir) {
  const names = await fs.readdir(dir);
  const nested = await Promise.all(names.map((name) => {
    const path = dir + '/' + name;
    return lstatSync(path).isDirectory() ? walk(path) : [path]; // expect: blocking-io node:fs.lstatSync
  }));
  return nested.flat();
}

module.exports = { walk };
