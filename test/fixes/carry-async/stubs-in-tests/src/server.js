const express = require('express');
const { page } = require('./pages');
const store = require('./store');

const app = express();
app.get('/', page);
app.get('/show', store.show);
app.post('/', store.save);
app.listen(80);
