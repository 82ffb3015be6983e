const fs = require('fs');

function read(file) {
  return fs.readFileSync(file);
}

module.exports = { read, size: (file) => fs.statSync(file).size, ...require('./more') };
