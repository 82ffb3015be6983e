import { writeFile, access, readFile } from 'node:fs/promises';

export async function run() {
  const seen: string[] = [];
  for (const name of ['a', 'b']) {
    await writeFile(name, name);
  }
  for (const name of ['a', 'b', 'c']) {
    if (!(await access(name).then(() => true, () => false))) continue;
    seen.push(await readFile(name, 'utf8'));
  }
  for (const [index, name] of ['a', 'b'].entries()) {
    seen.push(`${index}${await readFile(name, 'utf8')}`);
  }
  return seen;
}
