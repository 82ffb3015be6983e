import { writeFile, readFile, access } from 'node:fs/promises';

export async function run() {
  await writeFile('a', '12');
  const found = { text: undefined };
  found.text ??= await readFile('a', 'utf8');
  let size = 1;
  size += (await readFile('a')).length;
  let [first, second = await readFile('a', 'utf8')] = (await readFile('a', 'utf8')).split('1');
  const { length } = await readFile('a');
  let isThere;
  isThere ||= await access('a').then(() => true, () => false);
  isThere &&= !(await access('b').then(() => true, () => false));
  [first, second] = [second, await readFile('a', 'utf8')];
  return [found, size, first, second, length, isThere];
}
