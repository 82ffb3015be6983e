import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const log: string[] = [];

function load(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw error;
  } finally {
    log.push(name);
  }
}

function orFailed(name: string): string {
  try {
    return load(name);
  } catch {
    return 'failed';
  }
}

const known = (name: string): string | undefined => (existsSync(name) ? load(name) : undefined);

export async function run(): Promise<unknown> {
  writeFileSync('a', 'text');
  return [orFailed('none'), orFailed('.'), known('none'), (known('a') ?? '').length, log];
}
