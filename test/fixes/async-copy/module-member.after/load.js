const fs = require('fs');

exports.load = function load(file) {
  if (Array.isArray(file)) return file.map((one) => load(one)).join('');
  return fs.readFileSync(file, 'utf8');
};

exports.loadAsync = async function loadAsync(file) {
  if (Array.isArray(file)) return (await Promise.all(file.map(async (one) => await loadAsync(one)))).join('');
  return await fs.promises.readFile(file, 'utf8');
};

exports.now = exports.load(__filename);
