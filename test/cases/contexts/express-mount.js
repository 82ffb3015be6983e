const fs = require('node:fs');
const express = require('express');

const admin = express();

// An application is mounted once, while the program starts.
admin.on('mount', (parent) => {
  parent.locals.menu = fs.readFileSync('menu.json', 'utf8');
});

admin.on('refreshed', () => {
  admin.locals.menu = fs.readFileSync('menu.json', 'utf8'); // expect: blocking-io node:fs.readFileSync
});

admin.get('/', (request, response) => {
  response.send(fs.readFileSync('index.html', 'utf8')); // expect: blocking-io node:fs.readFileSync
});

const app = express();
app.use('/admin', admin);
app.listen(3000);
