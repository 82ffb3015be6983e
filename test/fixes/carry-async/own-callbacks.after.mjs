import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

async function each(list, visit) {
  for (const [index, item] of list.entries()) await visit(item, index);
}

async function twice(visit) {
  await visit('a');
  await visit('b');
}

async function handedOn(list, visit) {
  for (const [index, item] of list.entries()) await visit(item, index, list);
}

async function optional(list, visit) {
  for (const item of list) await visit?.(item);
}

class List {
  constructor(items) {
    this.items = items;
  }
  async forEach(visit) {
    for (const item of this.items) await visit(item);
  }
}

function kept(visit) {
  const later = visit;
  return later('a');
}

let last;
function stored(visit) {
  last = visit;
  return visit('a') ?? last('a');
}

const seen = [];
const note = async (name) => seen.push(await readFile(name, 'utf8'));

export async function run() {
  await writeFile('a', '1');
  await writeFile('b', '2');
  await each(['a', 'b'], async (name, index) => {
    seen.push(`${index}${await readFile(name, 'utf8')}`);
  });
  await each(['c'], (name) => seen.push(name));
  await twice(note);
  await optional(['a'], async (name) => seen.push((await readFile(name)).length));
  await handedOn(['a', 'b'], async (name) => {
    seen.push(await readFile(name, 'utf8'));
  });
  const list = new List(['b']);
  await list.forEach(async (name) => seen.push((await readFile(name)).length));
  return seen;
}

export async function other() {
  kept((name) => readFileSync(name)); // refused: indirect call
  stored((name) => readFileSync(name)); // refused: synchronous callback
}
