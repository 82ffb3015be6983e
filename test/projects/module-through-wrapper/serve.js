const http = require('node:http');

function serve(settings) {
  const server = http.createServer();
  server.listen(settings.port);
  return server;
}

function withSettings(main) {
  main.settings = { port: 80 };
  return main;
}

module.exports = withSettings(serve);
