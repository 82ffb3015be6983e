import { existsSync, readFileSync, writeFileSync } from 'node:fs';

class Missing extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} is missing`);
    this.file = file;
  }
}

function required(name: string): string {
  if (!existsSync(name)) throw new Missing(name);
  return readFileSync(name, 'utf8');
}

function kind(name: string): string {
  switch (required(name).length) {
    case 0:
      return 'empty';
    case 1: {
      throw new RangeError(required(name));
    }
    default:
      return required(name);
  }
}

export async function run(): Promise<unknown> {
  writeFileSync('a', 'text');
  writeFileSync('b', 'x');
  const failed: string[] = [];
  for (const name of ['b', 'none']) {
    try {
      kind(name);
    } catch (error) {
      failed.push(error instanceof Missing ? error.file : String(error));
    }
  }
  return [kind('a'), failed];
}
