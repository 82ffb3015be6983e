const express = require('express');
const boards = require('./boards.js');

// The handlers are not to be seen here, but what this file imports is the server's.
exports.run = () => {
  const app = express();
  for (const plugin of globalThis.plugins) plugin.mount(app, boards);
  app.listen(3000);
};
