import { readFileSync, statSync, writeFileSync } from 'node:fs';

export async function run(): Promise<unknown> {
  writeFileSync('a', '1');
  writeFileSync('b', '22');
  const files = ['a', 'b'];
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const texts = files.reduce((found: Record<string, string>, file) => {
    const text = readFileSync(file, 'utf8');
    return { ...found, [file]: text };
  }, {});
  const largest = files.reduce((most, file) => (Math.max(most, statSync(file).size)), 0);
  return [size, texts, largest];
}
