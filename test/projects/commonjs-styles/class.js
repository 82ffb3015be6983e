const fs = require('fs');

class Log {
  write(line) {
    fs.appendFileSync('log', line);
  }
}

exports = module.exports = Log;
exports.Log = Log;
exports.shared = new Log();
