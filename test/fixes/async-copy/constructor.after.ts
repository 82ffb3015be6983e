import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * Reads settings.
 * @param {string} file where they are
 * @returns {string} the first line
 */
function load(file: string): string {
  return readFileSync(file, 'utf8').split('\n')[0] ?? '';
}

/**
 * Reads settings.
 * @param {string} file where they are
 * @returns {Promise<string>} the first line
 */
async function loadAsync(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).split('\n')[0] ?? '';
}

class Store {
  first: string;

  constructor(private readonly file: string) {
    this.first = load(file);
  }

  async reload(): Promise<string> {
    this.first = await loadAsync(this.file);
    return this.first;
  }
}

export async function run(): Promise<boolean> {
  // refused: constructor
  const store = new Store(import.meta.filename);
  const before = store.first;
  return before === (await store.reload());
}
