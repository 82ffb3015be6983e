import { readFileSync, writeFileSync } from 'node:fs';

function each(list, visit) {
  for (const [index, item] of list.entries()) visit(item, index);
}

function twice(visit) {
  visit('a');
  visit('b');
}

function handedOn(list, visit) {
  list.forEach(visit);
}

function optional(list, visit) {
  for (const item of list) visit?.(item);
}

class List {
  constructor(items) {
    this.items = items;
  }
  forEach(visit) {
    for (const item of this.items) visit(item);
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
const note = (name) => seen.push(readFileSync(name, 'utf8'));

export async function run() {
  writeFileSync('a', '1');
  writeFileSync('b', '2');
  each(['a', 'b'], (name, index) => {
    seen.push(`${index}${readFileSync(name, 'utf8')}`);
  });
  each(['c'], (name) => seen.push(name));
  twice(note);
  optional(['a'], (name) => seen.push(readFileSync(name).length));
  handedOn(['a', 'b'], (name) => {
    seen.push(readFileSync(name, 'utf8'));
  });
  const list = new List(['b']);
  list.forEach((name) => seen.push(readFileSync(name).length));
  return seen;
}

export async function other() {
  kept((name) => readFileSync(name)); // refused: indirect call
  stored((name) => readFileSync(name)); // refused: synchronous callback
}
