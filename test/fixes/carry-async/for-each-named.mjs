import { readFileSync, writeFileSync } from 'node:fs';

const seen = [];

function note(file, index) {
  seen.push(`${index}:${readFileSync(file, 'utf8')}`);
}

const remember = (name) => seen.push(readFileSync(name, 'utf8'));

function whole() { // refused: synchronous callback
  seen.push(readFileSync(arguments[0], 'utf8'));
}

export async function run() {
  const files = ['a', 'b'].concat('c');
  for (const file of files) writeFileSync(file, file.toUpperCase());
  files.forEach(note);
  files.filter(Boolean).forEach(remember);
  if (files.length > 2) files.map(remember);
  return seen;
}

export async function all(names) {
  names.forEach(whole);
}
