import { readFile } from 'node:fs/promises';

// refused: order of results
export async function mixed(files, seen) {
  const found = {};
  for (const file of files) {
    seen.count += 1;
    if (file) {
      const text = await readFile(file, 'utf8');
      found[file] = text;
    }
  }
  return found;
}

// refused: loop
export async function backwards(files) {
  const found = [];
  for (let i = files.length - 1; i >= 0; i--) {
    found.push(await readFile(files[i], 'utf8'));
  }
  return found;
}

// refused: loop
export async function outlives(files) {
  for (var file of files) {
    var text = await readFile(file, 'utf8');
  }
  return text;
}
