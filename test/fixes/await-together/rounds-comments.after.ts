import { readFile, stat } from 'node:fs/promises';

export async function describe(files: string[]) {
  const lines: string[] = [];
  // All of them.
  for (let start = 0; start < files.length; start += 10) {
    const results = await Promise.all(
      files.slice(start, start + 10).map(async (file) => {
        // How large it is.
        return [file, await stat(file)] as const; // in bytes
      }),
    );
    for (const [file, { size }] of results) {
      // Only what is not empty.
      if (size > 0) lines.push(`${file}: ${size}`);
    }
  }
  return lines;
}

export async function table(files: string[]) {
  const found = new Map<string, string>();
  for (let start = 0; start < files.length; start += 10) {
    const results = await Promise.all(
      files.slice(start, start + 10).map(async (file) => {
        return [file, await readFile(file, {
          encoding: 'utf8',
          flag: 'r',
        })] as const;
      }),
    );
    for (const [file, fileResult] of results) {
      // The text.
      found.set(
        file,
        fileResult,
      );
    }
  }
  return found;
}

export async function sum(files: string[]) {
  let size = 0;
  for (let start = 0; start < files.length; start += 10) {
    const results = await Promise.all(
      files.slice(start, start + 10).map(async (file) => stat(file)),
    );
    for (const statResult of results) {
      size += statResult.size;
    }
  }
  let lines = 0;
  for (let start = 0; start < files.length; start += 10) {
    const results = await Promise.all(
      files.slice(start, start + 10).map(async (file) => {
        const text = (await readFile(file, 'utf8'))
          // without what is around it
          .trim();
        return text;
      }),
    );
    for (const text of results) {
      // Empty files have one.
      lines += text.split('\n').length;
    }
  }
  return { size, lines };
}
