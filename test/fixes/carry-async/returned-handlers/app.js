'use strict';

const express = require('express');
const files = require('./files');

function start(config) {
  const app = express();
  const showPage = require('./page')(config);
  app.get('/', showPage);
  app.get('/files', files.list(config), files.none);
  app.listen(80);
}

start({ root: 'pages' });
