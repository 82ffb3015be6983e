'use strict';

const fs = require('fs');

module.exports = function showPage(config) {
  return function (req, res, next) {
    if (fs.existsSync(config.root + '/index.md')) return next();
    return res.send(fs.readFileSync(config.root + '/index.html', 'utf8'));
  };
};
