import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export async function run() {
  const seen: string[] = [];
  ['a', 'b'].forEach((name) => writeFileSync(name, name));
  ['a', 'b', 'c'].forEach((name: string) => {
    if (!existsSync(name)) return;
    seen.push(readFileSync(name, 'utf8'));
  });
  ['a', 'b'].forEach((name, index) => {
    seen.push(`${index}${readFileSync(name, 'utf8')}`);
  });
  return seen;
}
