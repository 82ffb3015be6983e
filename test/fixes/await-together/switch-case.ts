import { readFile, stat } from 'node:fs/promises';

export async function load(kind: string, file: string) {
  switch (kind) {
    case 'all': {
      const text = await readFile(file, 'utf8');
      const info = await stat(file);
      return [text, info.size];
    }
    default:
      return [];
  }
}
