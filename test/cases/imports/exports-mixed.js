exports = module.exports = createCache;
exports.version = '2.1.0';
exports.clear = clear;
module.exports.load = load;

var fs = require('fs');

function createCache(dir) {
  return { dir: dir };
}

function clear(cache) {
  fs.rmdirSync(cache.dir); // ok: a synchronous function; its callers decide
}

async function load(cache, key) {
  clear(cache); // expect: blocking-io node:fs.rmdirSync
  return fs.readFileSync(cache.dir + '/' + key); // expect: blocking-io node:fs.readFileSync
}
