import { writeFile, access, readFile } from 'node:fs/promises';

export async function run() {
  const seen: string[] = [];
  const files = new Map([['a', 'one'], ['b', 'two']]);
  for (const [name, text] of files) {
    await writeFile(name, text);
  }
  for (const text of files.values()) {
    seen.push(text + String(await access(text).then(() => true, () => false)));
  }
  const maybe: string[] | undefined = seen.length > 0 ? ['a', 'c', 'b'] : undefined;
  for (const name of maybe ?? []) {
    if (!(await access(name).then(() => true, () => false))) { seen.push('none'); continue; }
    seen.push(await readFile(name, 'utf8'));
  }
  return seen;
}
