import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile, appendFile } from 'node:fs/promises';

const bus = new EventEmitter();
const order = [];

bus.on('load', async (name) => {
  // warns: another listener of 'load'
  console.log(await readFile(name, 'utf8'));
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
bus.on('last', async (name) => {
  // warns: last changes only after the wait
  last = await readFile(name, 'utf8');
});

process.stdin.on('data', async (chunk) => {
  // warns: the next 'data' may come before this one is done
  await appendFile('log', chunk);
});

export function load(name) {
  bus.emit('load', name);
  return last;
}
