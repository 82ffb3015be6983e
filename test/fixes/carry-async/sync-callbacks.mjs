import { readFileSync, statSync } from 'node:fs';

export async function newest(names) {
  return names.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs); // refused: synchronous callback
} // refused: synchronous callback

export async function expand(text) {
  return text.replace(/<(\w+)>/g, (_, name) => readFileSync(name, 'utf8')); // refused: synchronous callback
}

export async function wrapped(name) {
  return new Promise((...[done]) => { // refused: synchronous callback
    done(readFileSync(name));
  });
}

export async function collect(names) {
  const all = [];
  const sizes = names.map((name) => { // refused: shared state
    const text = readFileSync(name, 'utf8');
    all.push(text);
    return text.length;
  });
  return [all, sizes];
}
