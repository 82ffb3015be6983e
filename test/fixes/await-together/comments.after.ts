import { readFile, stat } from 'node:fs/promises';

export async function load(folder: string) {
  // What it is called.
  const [name, { size }, text] = await Promise.all([
    readFile(`${folder}/name`, 'utf8'), // one line
    // How large it is;
    // folders count as well.
    stat(folder),
    /* What it holds. */
    readFile(
      // the first file
      `${folder}/text`,
      'utf8',
    ),
  ]);
  return { name, size, text };
}
