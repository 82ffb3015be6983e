import { readFileSync, writeFileSync } from 'node:fs';

interface Shape {
  readonly size?: number;
}

export async function run(): Promise<unknown> {
  writeFileSync('a', '{ "size": 3 }');
  const shape = JSON.parse(readFileSync('a', 'utf8')) as Shape;
  const bytes = readFileSync('a') as Uint8Array;
  const text = <string>readFileSync('a', 'utf8');
  const last = readFileSync('a', 'utf8').split(' ').at(-1)!.length;
  const checked = readFileSync('a', 'utf8') satisfies string;
  return [shape.size, bytes.length, text.length, last, checked.length];
}
