import { writeFile, readFile, access } from 'node:fs/promises';

const log: string[] = [];

async function load(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw error;
  } finally {
    log.push(name);
  }
}

async function orFailed(name: string): Promise<string> {
  try {
    return await load(name);
  } catch {
    return 'failed';
  }
}

const known = async (name: string): Promise<string | undefined> => ((await access(name).then(() => true, () => false)) ? await load(name) : undefined);

export async function run(): Promise<unknown> {
  await writeFile('a', 'text');
  return [await orFailed('none'), await orFailed('.'), await known('none'), ((await known('a')) ?? '').length, log];
}
