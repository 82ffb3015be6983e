const { statSync } = require('fs');

module.exports = [
  (request, response, next) => {
    statSync(request.path); // expect: blocking-io@information node:fs.statSync
    next();
  },
];
