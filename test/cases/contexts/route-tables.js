const fs = require('fs');
const express = require('express');
const { ipcMain } = require('electron');

const app = express();
const routes = [
  { method: 'get', path: '/a', handler: (req, res) => res.end(fs.readFileSync('a')) }, // expect: blocking-io
  { method: 'post', path: '/b', handler: save },
];

function save(req, res) {
  fs.writeFileSync('b', req.body); // expect: blocking-io
  res.end();
}

routes.forEach((route) => {
  app[route.method](route.path, route.handler);
});

const channels = {
  read: (event, path) => fs.readFileSync(path), // expect: blocking-io
  list: (event, path) => fs.readdirSync(path), // expect: blocking-io
};
for (const [name, channel] of Object.entries(channels)) ipcMain.handle(name, channel);

for (const { path, handler } of [{ path: '/c', handler: (req, res) => res.end(fs.readFileSync('c')) }]) { // expect: blocking-io
  app.use(path, handler);
}

app.listen(3000);
