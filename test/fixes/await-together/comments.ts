import { readFile, stat } from 'node:fs/promises';

export async function load(folder: string) {
  // What it is called.
  const name = await readFile(`${folder}/name`, 'utf8'); // one line
  // How large it is;
  // folders count as well.
  const { size } = await stat(folder);

  /* What it holds. */
  const text = await readFile(
    // the first file
    `${folder}/text`,
    'utf8',
  );
  return { name, size, text };
}
