import { readFileSync, writeFileSync } from 'node:fs';

const seen: string[] = [];

function note(file: string, index: number): void {
  seen.push(`${index}:${readFileSync(file, 'utf8')}`);
}

export async function run(file?: string): Promise<string[]> {
  const files: string[] = ['a', file ?? 'b'];
  writeFileSync('a', '1');
  writeFileSync('b', '2');
  files.forEach(note);
  return seen;
}
