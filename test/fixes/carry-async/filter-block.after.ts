import { access, stat } from 'node:fs/promises';

export async function large(files: string[]): Promise<string[]> {
  return (await Promise.all(files
    .map(async (file) => {
      if (!(await access(file).then(() => true, () => false))) return [];
      const { size } = await stat(file);
      return size > 0 && file !== '' ? [file] : [];
    }))).flat()
    .sort();
}

export async function first(files: string[]): Promise<string | undefined> {
  return (await Promise.all(files.map(async function (file) {
    if (file !== '') {
      return ((await access(file).then(() => true, () => false)) ? true : false) ? [file] : [];
    }
    return [];
  }))).flat()[0];
}

export async function run(): Promise<unknown> {
  const file = import.meta.filename;
  return [(await large(['missing', file])).length, (await first(['', 'missing', file])) === file];
}
