import { readFileSync } from 'node:fs';

export async function run() {
  const text = await Promise.resolve(import.meta.filename).then(readFileSync); // refused: indirect call
  return text.includes('reaction');
}
