// Whoever calls first waits, and the place to act is where the module is loaded, not its many callers.
const express = require('express');

let store;

function getStore(settings) {
  if (store) return store;
  const Keyv = settings.redis ? require('@keyv/redis') : require('keyv');
  store = new Keyv(settings);
  return store;
}

const app = express();
app.get('/a', (req, res) => res.json(getStore({}).size));
app.get('/b', async (req, res) => res.json(await getStore({ redis: true }).get('b')));

app.get('/c', (req, res) => {
  req.query.names.forEach((name) => {
    res.write(require(`./views/${name}`)); // expect: blocking-io global.require
  });
});
