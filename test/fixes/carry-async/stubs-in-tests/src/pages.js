const fs = require('fs');

exports.page = (request, response) => {
  fs.writeFileSync('pages.log', request.url);
  response.end();
};
