const fs = require('fs');

module.exports = function (Class) {
  Class.prototype.save = function (data) {
    fs.writeFileSync(this.path, data);
  };
  Class.open = function (path) {
    fs.readFileSync(path);
    return new Class();
  };
};
