import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export async function run() {
  const seen: string[] = [];
  const files = new Map([['a', 'one'], ['b', 'two']]);
  files.forEach((text, name) => writeFileSync(name, text));
  files.forEach((text) => {
    seen.push(text + String(existsSync(text)));
  });
  const maybe: string[] | undefined = seen.length > 0 ? ['a', 'c', 'b'] : undefined;
  maybe?.forEach((name) => {
    if (!existsSync(name)) return seen.push('none');
    return seen.push(readFileSync(name, 'utf8'));
  });
  return seen;
}
