'use strict';

const fs = require('fs');

module.exports = function showPage(config) {
  return async function (req, res, next) {
    try {
      if (await fs.promises.access(config.root + '/index.md').then(() => true, () => false)) return next();
      return res.send(await fs.promises.readFile(config.root + '/index.html', 'utf8'));
    } catch (error) {
      next(error);
    }
  };
};
