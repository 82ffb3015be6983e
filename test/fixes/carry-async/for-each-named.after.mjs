import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

const seen = [];

async function note(file, index) {
  seen.push(`${index}:${await readFile(file, 'utf8')}`);
}

const remember = async (name) => seen.push(await readFile(name, 'utf8'));

function whole() { // refused: synchronous callback
  seen.push(readFileSync(arguments[0], 'utf8'));
}

export async function run() {
  const files = ['a', 'b'].concat('c');
  for (const file of files) await writeFile(file, file.toUpperCase());
  for (const [index, file2] of files.entries()) await note(file2, index);
  for (const name of files.filter(Boolean)) await remember(name);
  if (files.length > 2) for (const name of files) await remember(name);
  return seen;
}

export async function all(names) {
  names.forEach(whole);
}
