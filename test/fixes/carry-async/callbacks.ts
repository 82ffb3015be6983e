import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export async function run() {
  const names = ['a', 'b', 'c'];
  writeFileSync('a', '1');
  writeFileSync('b', '22');
  const present = names.filter((name) => existsSync(name));
  const texts = present.map((name) => readFileSync(name, 'utf8'));
  const lengths = await Promise.all(present.map((name) => readFileSync(name).length));
  const letters = present.flatMap((name) => readFileSync(name, 'utf8').split(''));
  const first = names.find((name) => existsSync(name));
  const some = names.some((name) => existsSync(name));
  const every = names.every((name) => existsSync(name));
  const index = names.findIndex((name) => !existsSync(name));
  const from = Array.from(present, (name) => readFileSync(name, 'utf8'));
  const chosen = present.filter((name) => (name === 'a' ? existsSync(name) : false));
  return { present, texts, lengths, letters, first, some, every, index, from, chosen };
}
