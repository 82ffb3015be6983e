const fs = require('fs');

const limits = fs.readFileSync('limits.json'); // ok: at the start

module.exports = (request, response) => {
  response.send(limits.length > fs.readFileSync(request.path).length); // expect: blocking-io@warning node:fs.readFileSync
};
