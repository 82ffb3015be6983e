const bcrypt = require('bcryptjs');
const express = require('express');
const fs = require('node:fs');

const app = express();

app.post('/login', (request, response) => {
  if (process.env.ADMIN) {
    bcrypt.hashSync(process.env.ADMIN, 12); // expect: heavy-call@information
  }
  if (process.env.LOG_LEVEL === 'trace' && request.body) trace(request.body); // expect: blocking-io@information
  process.env.TRACE && trace(request.body); // expect: blocking-io@information
  const hash = process.env.FAST ? fast(request.body) : bcrypt.hashSync(request.body.password, 12); // expect: heavy-call@error
  response.json(hash);
});

// What is done unless the environment says otherwise is as certain as ever, and so is what is done in production.
app.post('/logout', (request, response) => {
  if (!process.env.QUIET) trace(request.body); // expect: blocking-io@warning
  if (process.env.LOG !== 'none') trace(request.body); // expect: blocking-io@warning
  if (process.env.HOME === undefined) trace('no home'); // expect: blocking-io@warning
  if (process.env.NODE_ENV === 'production') trace(request.body); // expect: blocking-io@warning
  response.end();
});

// What is set up there serves as anything else.
if (process.env.UPLOADS) {
  app.post('/upload', (request, response) => {
    fs.writeFileSync('upload', request.body); // expect: blocking-io@warning
    response.end();
  });
}

function trace(text) {
  fs.appendFileSync('trace.log', JSON.stringify(text));
}

function fast(body) {
  return body.password;
}
