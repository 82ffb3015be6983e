const fs = require('fs');

module.exports = {
  all(file) {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  },
};
