import { readFile, writeFile, rm } from 'node:fs/promises';

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    return `caught ${(error as NodeJS.ErrnoException).code}`;
  } finally {
    await writeFile('log', file);
  }
}

export async function run() {
  const missing = await read('nowhere');
  const log = await read('log');
  try {
    await rm('nowhere');
  } catch (error) {
    return [missing, log, (error as NodeJS.ErrnoException).code];
  }
  return [];
}
