import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a.txt', ' one,two ');
  const trimmed = readFileSync('a.txt', 'utf8').trim();
  const indexed = readFileSync('a.txt')[1]! ** 2;
  const power = readFileSync('a.txt').length ** 2;
  const negated = !readFileSync('a.txt', 'utf8').includes('two');
  const template = `<${readFileSync('a.txt', 'utf8')}>`;
  const spread = [...readdirSync('.')].filter((name) => name === 'a.txt');
  const chained = readFileSync('a.txt', 'utf8')?.split(',')?.[1]?.trim();
  const asserted = (readFileSync('a.txt', 'utf8') as string).length;
  const sum = 1 + readFileSync('a.txt').length;
  const picked = statSync('a.txt').isFile() ? readFileSync('a.txt', 'utf8') : '';
  const { length } = readFileSync('a.txt');
  return { trimmed, indexed, power, negated, template, spread, chained, asserted, sum, picked, length };
}
