import { writeFile, stat, lstat } from 'node:fs/promises';

export async function run() {
  await writeFile('a', 'text');
  const missing = await stat('nowhere').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  const size = (await stat('a').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }))?.size;
  const big = await lstat('a', { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return [missing === undefined, size, typeof big?.size];
}
