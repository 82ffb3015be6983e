import { readFile, stat } from 'node:fs/promises';

export async function load(kind: string, file: string) {
  switch (kind) {
    case 'all': {
      const [text, info] = await Promise.all([
        readFile(file, 'utf8'),
        stat(file),
      ]);
      return [text, info.size];
    }
    default:
      return [];
  }
}
