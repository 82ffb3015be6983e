import { readFile } from 'node:fs/promises';

export async function readText(workerData) {
  const { name, times } = workerData;
  const text = await readFile(name, 'utf8');
  // What is sent is what comes back.
  return `${text} ${times}`;
}
