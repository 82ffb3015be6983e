const fs = require('fs');

module.exports = function (file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
};

module.exports.readConfigAsync = async function (file) {
  return JSON.parse(await fs.promises.readFile(file, 'utf8'));
};
