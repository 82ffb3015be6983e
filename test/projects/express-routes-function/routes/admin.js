const fs = require('fs');
const controller = require('../controllers/admin');

exports.register = function (server, options) {
  fs.mkdirSync(options.dir); // ok: start-up
  server.get('/admin', controller.index);
  server.post('/admin', controller.save);
};
