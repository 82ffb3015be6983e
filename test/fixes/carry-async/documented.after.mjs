import { writeFile, readFile } from 'node:fs/promises';

/**
 * Reads a file.
 * @param {string} name
 * @return {Promise<{ text: string, size: number }>} what is in it
 */
async function load(name) {
  const text = await readFile(name, 'utf8');
  return { text, size: text.length };
}

/** @type {(name: string, fallback?: { size: number }) => Promise<number>} */
const size = async (name) => (await readFile(name)).length;

/** @returns {Promise<Map<string, Array<number>>>} by name */
const sizes = async function () {
  return new Map([['a', [(await load('a')).size, await size('a')]]]);
};

export async function run() {
  await writeFile('a', 'text');
  return [...(await sizes()).entries()];
}
