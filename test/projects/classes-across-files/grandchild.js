const { default: Child } = require('./child');

class Grandchild extends Child {
  async names() {
    return super.list(); // expect: blocking-io node:fs.readdirSync
  }
}

module.exports = { Grandchild };
