const express = require('express');
const users = require('./users');
const { boot } = require('./config');

boot(); // ok: start-up

const app = express();
app.get('/users', (req, res) => res.json(users.list())); // expect: blocking-io@warning node:fs.readFileSync
app.get('/users/:id', async (req, res) => res.json(await users.find(req.params.id)));
app.listen(3000);
