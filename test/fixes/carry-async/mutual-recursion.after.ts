import { mkdir, writeFile, readFile, access } from 'node:fs/promises';

async function even(name: string, depth: number): Promise<string[]> {
  return depth === 0 ? [await readFile(name, 'utf8')] : [...(await odd(name, depth - 1)), String(depth)];
}

const odd = async (name: string, depth: number): Promise<string[]> => {
  if (depth < 1 || !(await access(name).then(() => true, () => false))) return [];
  return ['odd', ...(await even(name, depth - 1))];
};

export async function run(): Promise<string[]> {
  await mkdir('parts', { recursive: true });
  await writeFile('a', 'text');
  return await even('a', 4);
}
