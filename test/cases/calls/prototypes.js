var fs = require('fs');

function Store(dir) {
  if (!(this instanceof Store)) return new Store(dir);
  this.dir = dir;
}

Store.prototype.read = function (key) {
  return fs.readFileSync(this.dir + '/' + key);
};

Store.prototype.get = async function (key) {
  return this.read(key); // expect: blocking-io node:fs.readFileSync
};

Store.open = function (dir) {
  fs.mkdirSync(dir, { recursive: true });
  return new Store(dir);
};

module.exports = Store;
module.exports.demo = async function () {
  const store = new Store('data');
  Store.open('other'); // expect: blocking-io node:fs.mkdirSync
  return store.read('a'); // expect: blocking-io node:fs.readFileSync
};
