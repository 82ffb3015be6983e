import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

const codecs = {
  text: { load: async (file) => await readFile(file, 'utf8'), size: (text) => text.length },
  json: { load: async (file) => await parsed(file), size: (value) => Object.keys(value).length },
};

async function parsed(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

const parts = {
  upper: (text) => text.toUpperCase(),
  include: (file) => filled(file),
};

function filled(file) {
  return template(file).replace(/\{(\w+) (\w+)\}/g, (_, name, argument) => parts[name](argument));
}

function template(file) {
  return readFileSync(file, 'utf8');
}

export async function run() {
  await writeFile('part', 'P');
  await writeFile('main', '{upper a} {include part}');
  await writeFile('data', '{"a":1}');
  const sizes = [];
  for (const [name, codec] of Object.entries(codecs)) sizes.push(name, codec.size(await codec.load('data')));
  return [sizes, filled('main'), await parsed('data')]; // refused: synchronous callback
}
