import { writeFile, readFile, readdir, stat } from 'node:fs/promises';

export async function run() {
  await writeFile('a.txt', ' one,two ');
  const trimmed = (await readFile('a.txt', 'utf8')).trim();
  const indexed = (await readFile('a.txt'))[1]! ** 2;
  const power = (await readFile('a.txt')).length ** 2;
  const negated = !(await readFile('a.txt', 'utf8')).includes('two');
  const template = `<${await readFile('a.txt', 'utf8')}>`;
  const spread = [...(await readdir('.'))].filter((name) => name === 'a.txt');
  const chained = (await readFile('a.txt', 'utf8'))?.split(',')?.[1]?.trim();
  const asserted = ((await readFile('a.txt', 'utf8')) as string).length;
  const sum = 1 + (await readFile('a.txt')).length;
  const picked = (await stat('a.txt')).isFile() ? await readFile('a.txt', 'utf8') : '';
  const { length } = await readFile('a.txt');
  return { trimmed, indexed, power, negated, template, spread, chained, asserted, sum, picked, length };
}
