import { writeFile, readFile, access } from 'node:fs/promises';

class Missing extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} is missing`);
    this.file = file;
  }
}

async function required(name: string): Promise<string> {
  if (!(await access(name).then(() => true, () => false))) throw new Missing(name);
  return await readFile(name, 'utf8');
}

async function kind(name: string): Promise<string> {
  switch ((await required(name)).length) {
    case 0:
      return 'empty';
    case 1: {
      throw new RangeError(await required(name));
    }
    default:
      return await required(name);
  }
}

export async function run(): Promise<unknown> {
  await writeFile('a', 'text');
  await writeFile('b', 'x');
  const failed: string[] = [];
  for (const name of ['b', 'none']) {
    try {
      await kind(name);
    } catch (error) {
      failed.push(error instanceof Missing ? error.file : String(error));
    }
  }
  return [await kind('a'), failed];
}
