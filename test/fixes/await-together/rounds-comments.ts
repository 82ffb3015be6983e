import { readFile, stat } from 'node:fs/promises';

export async function describe(files: string[]) {
  const lines: string[] = [];
  // All of them.
  for (const file of files) {
    // How large it is.
    const { size } = await stat(file); // in bytes
    // Only what is not empty.
    if (size > 0) lines.push(`${file}: ${size}`);
  }
  return lines;
}

export async function table(files: string[]) {
  const found = new Map<string, string>();
  for (const file of files) {
    // The text.
    found.set(
      file,
      await readFile(file, {
        encoding: 'utf8',
        flag: 'r',
      }),
    );
  }
  return found;
}

export async function sum(files: string[]) {
  let size = 0;
  for (const file of files) size += (await stat(file)).size;
  let lines = 0;
  for (const file of files) {
    const text = (await readFile(file, 'utf8'))
      // without what is around it
      .trim();

    // Empty files have one.
    lines += text.split('\n').length;
  }
  return { size, lines };
}
