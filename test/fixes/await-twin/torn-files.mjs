import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

export async function save(folder, name, text) {
  // warns: what is at folder is looked at and then changed
  if (!existsSync(folder)) mkdirSync(folder);
  writeFileSync(name, text);
}

export async function run() {
  if (!existsSync('parts')) mkdirSync('parts', { recursive: true });
  // warns: what is at 'count' is looked at and then changed
  const count = existsSync('count') ? Number(readFileSync('count', 'utf8')) : 0;
  writeFileSync('count', String(count + 1));
  await save('parts', 'parts/a', 'text');
  return [readFileSync('count', 'utf8'), readFileSync('parts/a', 'utf8')];
}
