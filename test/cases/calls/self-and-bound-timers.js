var fs = require('fs');

function Cache(file) {
  var self = this;
  this.file = file;
  this.data = {};
  this.timer = setInterval(function () {
    self.flush(); // expect: blocking-io node:fs.writeFileSync
  }, 1000);
  setTimeout(this.load.bind(this), 100); // expect: blocking-io node:fs.readFileSync
}

Cache.prototype = {
  constructor: Cache,
  flush: function () {
    fs.writeFileSync(this.file, JSON.stringify(this.data));
  },
  load: function () {
    this.data = JSON.parse(fs.readFileSync(this.file));
  },
};

module.exports = Cache;
