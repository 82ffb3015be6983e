const express = require('express');
const controller = require('./controller').create('.');

const app = express();
app.get('/:name', controller.get);
