const express = require('express');
const check = require('./check');

const app = express();
app.use(require('./auth'));
app.get('/check', check);
app.get('/both', require('./chain'));
module.exports = app;
