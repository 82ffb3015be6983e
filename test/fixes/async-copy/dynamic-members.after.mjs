import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

const codecs = {
  text: { load: (file) => readFileSync(file, 'utf8'), size: (text) => text.length },
  json: { load: (file) => parsed(file), size: (value) => Object.keys(value).length },
};

function parsed(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function parsedAsync(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

const parts = {
  upper: (text) => text.toUpperCase(),
  include: (file) => filled(file),
};

function filled(file) {
  return template(file).replace(/\{(\w+) (\w+)\}/g, (_, name, argument) => parts[name](argument));
}

async function filledAsync(file) {
  return (await templateAsync(file)).replace(/\{(\w+) (\w+)\}/g, (_, name, argument) => parts[name](argument));
}

function template(file) {
  return readFileSync(file, 'utf8');
}

async function templateAsync(file) {
  return await readFile(file, 'utf8');
}

export async function run() {
  await writeFile('part', 'P');
  await writeFile('main', '{upper a} {include part}');
  await writeFile('data', '{"a":1}');
  const sizes = [];
  for (const [name, codec] of Object.entries(codecs)) sizes.push(name, codec.size(codec.load('data')));
  return [sizes, await filledAsync('main'), await parsedAsync('data')];
}
