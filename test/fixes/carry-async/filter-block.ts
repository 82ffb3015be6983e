import { existsSync, statSync } from 'node:fs';

export async function large(files: string[]): Promise<string[]> {
  return files
    .filter((file) => {
      if (!existsSync(file)) return false;
      const { size } = statSync(file);
      return size > 0 && file !== '';
    })
    .sort();
}

export async function first(files: string[]): Promise<string | undefined> {
  return files.find(function (file) {
    if (file !== '') {
      return existsSync(file) ? true : false;
    }
    return;
  });
}

export async function run(): Promise<unknown> {
  const file = import.meta.filename;
  return [(await large(['missing', file])).length, (await first(['', 'missing', file])) === file];
}
