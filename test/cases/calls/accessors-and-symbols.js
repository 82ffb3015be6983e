const fs = require('fs');

class Handle {
  constructor(path) { this.fd = fs.openSync(path); }
  [Symbol.dispose]() { fs.closeSync(this.fd); }
  static [`make`](path) { return new Handle(path); }
  'quoted name'() { return fs.fstatSync(this.fd); }
  42() { return fs.fstatSync(this.fd); }
}

exports.use = async (path) => {
  const handle = Handle.make(path); // expect: blocking-io node:fs.openSync
  handle['quoted name'](); // expect: blocking-io node:fs.fstatSync
  handle[42](); // expect: blocking-io node:fs.fstatSync
};
