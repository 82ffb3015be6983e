const path = require('node:path');
const { fork } = require('node:child_process');
const { readFileSync } = require('node:fs');
const express = require('express');
const createPool = require('some-pool');
const { load } = require('./shared');

const pool = createPool({ workerModule: path.join(__dirname, 'worker', 'handler.js') });
fork(path.join(__dirname, 'child.js'));

const app = express();
app.get('/page', async (request, response) => {
  await load('page');
  response.send(await pool.run(readFileSync('page'))); // expect: blocking-io@warning node:fs.readFileSync
});
app.listen(8080);
