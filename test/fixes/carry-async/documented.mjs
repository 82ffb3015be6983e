import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Reads a file.
 * @param {string} name
 * @return {{ text: string, size: number }} what is in it
 */
function load(name) {
  const text = readFileSync(name, 'utf8');
  return { text, size: text.length };
}

/** @type {(name: string, fallback?: { size: number }) => number} */
const size = (name) => readFileSync(name).length;

/** @returns {Map<string, Array<number>>} by name */
const sizes = function () {
  return new Map([['a', [load('a').size, size('a')]]]);
};

export async function run() {
  writeFileSync('a', 'text');
  return [...sizes().entries()];
}
