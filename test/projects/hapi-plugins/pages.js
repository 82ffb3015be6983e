const fs = require('fs');

exports.plugin = {
  name: 'pages',
  register: async function (server, options) {
    server.route({
      method: 'GET',
      path: '/',
      handler: (request, h) => h.response(fs.readFileSync('index.html')), // expect: blocking-io
    });
    server.ext('onPreResponse', (request, h) => {
      fs.appendFileSync('access.log', request.path); // expect: blocking-io
      return h.continue;
    });
  },
};
