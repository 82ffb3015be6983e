import { readFileSync, writeFileSync } from 'node:fs';

interface Source {
  body(file: string): Buffer;
  size: (file: string) => number;
}

type Reader = (file: string) => string;

const source: Source = {
  body: (file) => readFileSync(file),
  size(file) {
    return readFileSync(file).length;
  },
};

const readers: Record<string, Reader> = {
  text: (file) => readFileSync(file, 'utf8'), // refused: interface
};

export async function run() {
  writeFileSync('a', 'text');
  return [source.body('a').toString(), source.size('a'), readers['text']?.('a')];
}
