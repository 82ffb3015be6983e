const fs = require('fs');

exports.page = async (request, response) => {
  await fs.promises.writeFile('pages.log', request.url);
  response.end();
};
