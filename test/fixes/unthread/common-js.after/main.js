const { fetchJob } = require('./fetch.js');

exports.load = function load() {
  return fetchJob('http://localhost:8081');
};

require('node:http')
  .createServer(async (request, response) => {
    response.end(await exports.load());
  })
  .listen(8080);
