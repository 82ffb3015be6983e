import express from 'express';
import { calm, calmOrRead, changed, described, helpers, load, render, size, stubborn, template } from './pages.js';
import { show } from './show.js';
import { Repository } from './repository.js';
import { withErrors } from './wrap.js';

const app = express();
app.get('/load', (request, response) => {
  response.send(load(request.query.name)); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/calm', (request, response) => {
  response.send(calm(request.query.name)); // ok: another call of the same wrapper
});
app.get('/stubborn', async (request, response) => {
  response.send(await stubborn(request.query.name)); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/render', (request, response) => {
  response.send(render(request.query.name)); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/size', (request, response) => {
  response.json(size(request.query.name)); // expect: blocking-io@information node:fs.statSync
});
app.get('/described', (request, response) => {
  response.json(described()); // ok: it is not called
});
app.get('/template', (request, response) => {
  response.send(template(request.query.name)); // ok: once for each name
});
app.get('/either', (request, response) => {
  response.send(calmOrRead(request.query.name)); // ok: only when the other one fails
});
app.get('/helpers', (request, response) => {
  response.send(helpers.calm(request.query.name) + helpers.load(request.query.name)); // expect: blocking-io@warning node:fs.readFileSync
});
app.post('/changed', (request, response) => {
  changed(request.query.name);
  response.end();
});
const repository = new Repository();
app.get('/find', (request, response) => {
  response.send(repository.find(request.query.name)); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/field', (request, response) => {
  response.send(repository.get(request.query.name) + repository.title(request.query.name)); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/inherited', (request, response) => {
  response.json(repository.size(request.query.name)); // expect: blocking-io@information node:fs.statSync
});
app.get('/static', (request, response) => {
  response.json(Repository.all()); // expect: blocking-io@warning node:fs.readdirSync
});
app.get('/title', (request, response) => {
  response.send(repository.title(request.query.name)); // ok: another field of the same wrapper
});
app.get('/show/:name', withErrors(show));
app.listen(8080);
