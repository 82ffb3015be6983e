const { existsSync } = require('node:fs');

exports.find = {};
exports.find.Finder = class Finder {
  async exists(path) {
    return existsSync(path); // expect: blocking-io@hint
  }
};
