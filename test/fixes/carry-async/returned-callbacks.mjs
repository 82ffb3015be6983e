import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function counter(name, done) {
  const count = () => {
    done(readFileSync(name, 'utf8').includes('counter'));
  };
  return count;
}

export function run() {
  return new Promise((resolve) => {
    const count = counter(fileURLToPath(import.meta.url), resolve);
    setTimeout(count, 1);
  });
}
