import { createReadStream } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

export async function run() {
  await writeFile('a', 'text');
  const stream = createReadStream('a');
  stream.destroy();
  return await readFile('a', 'utf8');
}
