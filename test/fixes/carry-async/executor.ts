import { readFileSync } from 'node:fs';

export async function load(file: string): Promise<string> {
  return new Promise((resolve) => {
    const text = readFileSync(file, 'utf8');
    setTimeout(() => resolve(text.trim()), 1);
  });
}

export function parse(file: string): Promise<unknown> {
  return new Promise<unknown>(function (done, fail) {
    if (file === '') {
      fail(new Error('no file'));
      return;
    }
    done(JSON.parse(readFileSync(file, 'utf8')));
  });
}

export async function run(): Promise<unknown> {
  const failed = await parse('missing').catch((error: NodeJS.ErrnoException) => error.code);
  const empty = await parse('').catch((error: Error) => error.message);
  return [(await load(import.meta.filename)).length > 0, failed, empty];
}
