import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

interface Source {
  body(file: string): Promise<Buffer>;
  size: (file: string) => Promise<number>;
}

type Reader = (file: string) => string;

const source: Source = {
  body: async (file) => await readFile(file),
  async size(file) {
    return (await readFile(file)).length;
  },
};

const readers: Record<string, Reader> = {
  text: (file) => readFileSync(file, 'utf8'), // refused: interface
};

export async function run() {
  await writeFile('a', 'text');
  return [(await source.body('a')).toString(), await source.size('a'), readers['text']?.('a')];
}
