import { writeFile, access, readFile } from 'node:fs/promises';

export async function run() {
  const names = ['a', 'b', 'c'];
  await writeFile('a', '1');
  await writeFile('b', '22');
  const present = (await Promise.all(names.map(async (name) => (await access(name).then(() => true, () => false) ? [name] : [])))).flat();
  const texts = await Promise.all(present.map(async (name) => await readFile(name, 'utf8')));
  const lengths = await Promise.all(present.map(async (name) => (await readFile(name)).length));
  const letters = (await Promise.all(present.map(async (name) => (await readFile(name, 'utf8')).split('')))).flat();
  const first = (await Promise.all(names.map(async (name) => (await access(name).then(() => true, () => false) ? [name] : [])))).flat()[0];
  const some = (await Promise.all(names.map(async (name) => await access(name).then(() => true, () => false)))).some(Boolean);
  const every = (await Promise.all(names.map(async (name) => await access(name).then(() => true, () => false)))).every(Boolean);
  const index = (await Promise.all(names.map(async (name) => !(await access(name).then(() => true, () => false))))).findIndex(Boolean);
  const from = await Promise.all(Array.from(present, async (name) => await readFile(name, 'utf8')));
  const chosen = (await Promise.all(present.map(async (name) => ((name === 'a' ? await access(name).then(() => true, () => false) : false) ? [name] : [])))).flat();
  return { present, texts, lengths, letters, first, some, every, index, from, chosen };
}
