import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../workspace/make-folder.ts';
import { UserError } from './errors.ts';

/** Ends quietly when the reader of a pipe has gone (`loopwise audit | head`). */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Resolves when the text has left the process, so that nothing is cut off at the end. */
export function print(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(text, () => done()));
}

/** Messages about the run; the report alone goes to stdout. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export async function writeReport(file: string, text: string): Promise<void> {
  const path = resolve(file);
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text);
  } catch (error) {
    throw new UserError(`cannot write ${file}: ${(error as Error).message}`);
  }
}
