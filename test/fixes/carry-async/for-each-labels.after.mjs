import { readFile } from 'node:fs/promises';

export async function first(files, words) {
  const found = [];
  rounds: for (const file of files) {
    const text = await readFile(file, 'utf8');
    for (const word of words) {
      switch (word) {
        case '':
          continue rounds;
        default:
          if (text.includes(word)) {
            found.push(word);
            continue rounds;
          }
      }
    }
    found.push(undefined);
  }
  return found;
}

export async function run() {
  return first(['harness.mjs', 'harness.mjs'], ['nowhere at all', 'import', 'const']);
}
