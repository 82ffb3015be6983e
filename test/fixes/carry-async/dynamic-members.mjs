import { readFileSync, writeFileSync } from 'node:fs';

const codecs = {
  text: { load: (file) => readFileSync(file, 'utf8'), size: (text) => text.length },
  json: { load: (file) => parsed(file), size: (value) => Object.keys(value).length },
};

function parsed(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
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
  writeFileSync('part', 'P');
  writeFileSync('main', '{upper a} {include part}');
  writeFileSync('data', '{"a":1}');
  const sizes = [];
  for (const [name, codec] of Object.entries(codecs)) sizes.push(name, codec.size(codec.load('data')));
  return [sizes, filled('main'), parsed('data')]; // refused: synchronous callback
}
