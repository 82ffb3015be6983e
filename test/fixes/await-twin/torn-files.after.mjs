import { access, mkdir, writeFile, readFile } from 'node:fs/promises';

export async function save(folder, name, text) {
  // warns: what is at folder is looked at and then changed
  if (!(await access(folder).then(() => true, () => false))) await mkdir(folder);
  await writeFile(name, text);
}

export async function run() {
  if (!(await access('parts').then(() => true, () => false))) await mkdir('parts', { recursive: true });
  // warns: what is at 'count' is looked at and then changed
  const count = (await access('count').then(() => true, () => false)) ? Number(await readFile('count', 'utf8')) : 0;
  await writeFile('count', String(count + 1));
  await save('parts', 'parts/a', 'text');
  return [await readFile('count', 'utf8'), await readFile('parts/a', 'utf8')];
}
