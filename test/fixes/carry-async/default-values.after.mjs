import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

async function load(name, text, ends = []) {
  if (text === undefined) text = await readFile(name, 'utf8');
  return [name, text.trim(), ...ends];
}

const size = async (name, text) => {
  if (text === undefined) text = await readFile(name, 'utf8');
  return text.length;
};

const both = async (name, text) => {
  if (text === undefined) text = await readFile(`${name}`, 'utf8');
  return {
    name,
    text,
  };
};

const named = ({ name, text = readFileSync(name, 'utf8') }) => name + text; // refused: default parameter

export async function run() {
  await writeFile('a', ' one ');
  const all = [...(await load('a')), ...(await load('a', 'two')), ...(await load('a', undefined, ['three']))];
  return [all, await size('a'), await size('a', ''), await both('a'), named({ name: 'a' })];
}
