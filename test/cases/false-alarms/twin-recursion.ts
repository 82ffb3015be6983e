// `readAsync` calls `read`: the finding stands here, and the twin is never advised as its own replacement (MA#246, #788).
import { readFileSync } from 'node:fs';

export class Store {
  read(key: string) {
    return readFileSync(key, 'utf8');
  }

  async readAsync(key: string): Promise<string> {
    return this.read(key); // expect: blocking-io node:fs.readFileSync
  }
}

export function load(key: string): string {
  return readFileSync(key, 'utf8');
}

export async function loadAsync(key: string): Promise<string> {
  return load(key); // expect: blocking-io node:fs.readFileSync
}
