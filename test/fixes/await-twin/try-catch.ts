import { readFileSync, writeFileSync, rmSync } from 'node:fs';

async function read(file: string): Promise<string> {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return `caught ${(error as NodeJS.ErrnoException).code}`;
  } finally {
    writeFileSync('log', file);
  }
}

export async function run() {
  const missing = await read('nowhere');
  const log = await read('log');
  try {
    rmSync('nowhere');
  } catch (error) {
    return [missing, log, (error as NodeJS.ErrnoException).code];
  }
  return [];
}
