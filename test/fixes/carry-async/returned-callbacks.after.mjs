import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

function counter(name, done) {
  const count = async () => {
    done((await readFile(name, 'utf8')).includes('counter'));
  };
  return count;
}

export function run() {
  return new Promise((resolve) => {
    const count = counter(fileURLToPath(import.meta.url), resolve);
    setTimeout(count, 1);
  });
}
