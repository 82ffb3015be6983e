import { readdir, readFile, stat } from 'node:fs/promises';

const said = [];

function say(...parts) {
  said.push(parts.join(' '));
  return said.length;
}

async function inArguments(folder) {
  const [result, statResult] = await Promise.all([
    readFile(`${folder}/package.json`, 'utf8').then((text) => text.length > 0),
    stat(folder),
  ]);
  return say(result, statResult.isDirectory());
}

async function inText(folder) {
  const [file, statResult] = await Promise.all([readFile(`${folder}/package.json`, 'utf8'), stat(folder)]);
  return `${file.length > 0} ${statResult.isDirectory()}`;
}

async function afterConstants(folder) {
  const [text, statResult] = await Promise.all([readFile(`${folder}/package.json`, 'utf8'), stat(folder)]);
  say({ text, length: text.length }.length > 0, statResult.isDirectory());
  return text.length > 0;
}

async function overAwaited(folder) {
  const sizes = [];
  const items = [...await readdir(folder)];
  for (let start = 0; start < items.length; start += 10) {
    const results = await Promise.all(
      items.slice(start, start + 10).map(async (name) => {
        const { size } = await stat(`${folder}/${name}`);
        return size >= 0;
      }),
    );
    sizes.push(...results);
  }
  return sizes.every(Boolean);
}

export async function run() {
  const results = [await inArguments('.'), await inText('.'), await afterConstants('.'), await overAwaited('.')];
  return [...results, ...said];
}
