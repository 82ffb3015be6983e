import { writeFile, readFile } from 'node:fs/promises';

interface Shape {
  readonly size?: number;
}

export async function run(): Promise<unknown> {
  await writeFile('a', '{ "size": 3 }');
  const shape = JSON.parse(await readFile('a', 'utf8')) as Shape;
  const bytes = (await readFile('a')) as Uint8Array;
  const text = <string>await readFile('a', 'utf8');
  const last = (await readFile('a', 'utf8')).split(' ').at(-1)!.length;
  const checked = (await readFile('a', 'utf8')) satisfies string;
  return [shape.size, bytes.length, text.length, last, checked.length];
}
