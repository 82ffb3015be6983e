const express = require('express');
const { Store, registry } = require('./store');

const app = express();
const store = new Store();

app.post('/items', (req, res) => {
  store.save(req.body); // expect: blocking-io node:fs.writeFileSync
  store.count();
  res.end();
});
app.get('/open', (req, res) => {
  Store.open('other.json'); // expect: blocking-io node:fs.readFileSync
  res.end();
});
app.get('/stores', (req, res) => res.send(registry.load())); // expect: blocking-io node:fs.readFileSync
app.listen(3000);
