import { writeFile, stat, readFile } from 'node:fs/promises';

export async function run(): Promise<unknown> {
  await writeFile('a', '1');
  await writeFile('b', '22');
  const files = ['a', 'b'];
  const size = await files.reduce(async (sumPromise, file) => {
    const sum = await sumPromise;
    return sum + (await stat(file)).size;
  }, Promise.resolve(0));
  const texts = await files.reduce(async (foundPromise: Promise<Record<string, string>>, file) => {
    const found = await foundPromise;
    const text = await readFile(file, 'utf8');
    return { ...found, [file]: text };
  }, Promise.resolve({}));
  const largest = await files.reduce(async (mostPromise, file) => {
    const most = await mostPromise;
    return Math.max(most, (await stat(file)).size);
  }, Promise.resolve(0));
  return [size, texts, largest];
}
