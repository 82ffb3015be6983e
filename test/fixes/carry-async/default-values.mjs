import { readFileSync, writeFileSync } from 'node:fs';

function load(name, text = readFileSync(name, 'utf8'), ends = []) {
  return [name, text.trim(), ...ends];
}

const size = (name, text = readFileSync(name, 'utf8')) => text.length;

const both = (name, text = readFileSync(`${name}`, 'utf8')) => ({
  name,
  text,
});

const named = ({ name, text = readFileSync(name, 'utf8') }) => name + text; // refused: default parameter

export async function run() {
  writeFileSync('a', ' one ');
  const all = [...load('a'), ...load('a', 'two'), ...load('a', undefined, ['three'])];
  return [all, size('a'), size('a', ''), both('a'), named({ name: 'a' })];
}
