import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

function even(name: string, depth: number): string[] {
  return depth === 0 ? [readFileSync(name, 'utf8')] : [...odd(name, depth - 1), String(depth)];
}

const odd = (name: string, depth: number): string[] => {
  if (depth < 1 || !existsSync(name)) return [];
  return ['odd', ...even(name, depth - 1)];
};

export async function run(): Promise<string[]> {
  mkdirSync('parts', { recursive: true });
  writeFileSync('a', 'text');
  return even('a', 4);
}
