const fs = require('fs');

async function read(file) {
  return await fs.promises.readFile(file, 'utf8');
}

async function write(file, text) {
  await fs.promises.writeFile(file, text);
}

module.exports = { read, write };
