import { EventEmitter } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';

const bus = new EventEmitter();
const order = [];

bus.on('load', (name) => {
  // warns: another listener of 'load'
  console.log(readFileSync(name, 'utf8'));
  // warns: what follows emit of 'load'
});

bus.on('load', () => console.log('loaded'));

let current;
bus.on('set', (name) => { // refused: shared state
  current = readFileSync(name, 'utf8');
});
bus.on('use', () => console.log(current));

bus
  .on('first', (name) => { // refused: shared state
    order.push(readFileSync(name, 'utf8'));
  })
  .once('second', () => order.push('second'));

let last = '';
bus.on('last', (name) => {
  // warns: last changes only after the wait
  last = readFileSync(name, 'utf8');
});

process.stdin.on('data', (chunk) => {
  // warns: the next 'data' may come before this one is done
  appendFileSync('log', chunk);
});

export function load(name) {
  bus.emit('load', name);
  return last;
}
