import fs from 'node:fs';
import { each, later, inTurn } from './each.js';

function store(item) {
  fs.writeFileSync(item, '');
}

export async function main(list) {
  each(list, (item) => fs.rmSync(item)); // expect: blocking-io node:fs.rmSync
  each(list, store); // expect: blocking-io node:fs.writeFileSync
  await inTurn(list, async (item) => fs.statSync(item)); // expect: blocking-io node:fs.statSync
}

each(['a'], store); // ok: start-up
later(store); // expect: blocking-io node:fs.writeFileSync
