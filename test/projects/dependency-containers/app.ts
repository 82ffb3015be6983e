import express from 'express';
import { container } from 'tsyringe';
import Typedi, { Container } from 'typedi';
import { Container as Inversify } from 'inversify';
import { type Files, Store } from './store';

const names = { store: Symbol('store') };
const inversify = new Inversify();
const stores = new Map<unknown, { read(name: string): string }>();

const app = express();
app.get('/tsyringe', (request, response) => {
  response.send(container.resolve(Store).read('a')); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/named', (request, response) => {
  const store = container.resolve<Store>('store');
  response.send(store.read('a')); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/typedi', (request, response) => {
  const store = Typedi.get(Store);
  response.send(store.read('a')); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/typedi-named', (request, response) => {
  const store = Container.get(Store);
  response.send(store.read('a')); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/inversify', (request, response) => {
  const store = inversify.get<Store>(names.store);
  response.send(store.read('a')); // expect: blocking-io@warning node:fs.readFileSync
});
app.get('/interface', (request, response) => {
  const files = inversify.get<Files>(names.store);
  response.send(files.read('a')); // expect: blocking-io@information node:fs.readFileSync
});
app.get('/map', (request, response) => {
  response.send(stores.get(Store)?.read('a')); // ok: a map is no container
});
app.listen(8080);
