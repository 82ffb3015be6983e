const fs = require('fs');

const keyOf = () => fs.readFileSync('key.pem');

module.exports = function auth(request, response, next) {
  request.key = keyOf(); // expect: blocking-io@warning node:fs.readFileSync
  next();
};
