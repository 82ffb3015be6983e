import { readdir, readFile, stat } from 'node:fs/promises';

const said = [];

function say(...parts) {
  said.push(parts.join(' '));
  return said.length;
}

async function inArguments(folder) {
  return say(await readFile(`${folder}/package.json`, 'utf8').then((text) => text.length > 0), (await stat(folder)).isDirectory());
}

async function inText(folder) {
  return `${(await readFile(`${folder}/package.json`, 'utf8')).length > 0} ${(await stat(folder)).isDirectory()}`;
}

async function afterConstants(folder) {
  const text = await readFile(`${folder}/package.json`, 'utf8');
  say({ text, length: text.length }.length > 0, (await stat(folder)).isDirectory());
  return text.length > 0;
}

async function overAwaited(folder) {
  const sizes = [];
  for (const name of await readdir(folder)) {
    const { size } = await stat(`${folder}/${name}`);
    sizes.push(size >= 0);
  }
  return sizes.every(Boolean);
}

export async function run() {
  const results = [await inArguments('.'), await inText('.'), await afterConstants('.'), await overAwaited('.')];
  return [...results, ...said];
}
