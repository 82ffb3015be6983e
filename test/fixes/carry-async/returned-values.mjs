import express from 'express';
import { readFileSync } from 'node:fs';

const kept = [];

function keptHandler(name) {
  return (request, response) => { // refused: used as a value
    response.send(readFileSync(name, 'utf8'));
  };
}

function handedOn(name) {
  return (request, response) => {
    response.send(readFileSync(name, 'utf8')); // refused: used as a value
  };
}

const app = express();
const first = keptHandler('a');
kept.push(first);
app.get('/a', first);
app.get('/b', ...[handedOn('b')]);
app.get('/c', handedOn('c'));
app.listen(80);
