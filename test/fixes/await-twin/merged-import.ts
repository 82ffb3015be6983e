import { createReadStream, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

export async function run() {
  await writeFile('a', 'text');
  const stream = createReadStream('a');
  stream.destroy();
  return readFileSync('a', 'utf8');
}
