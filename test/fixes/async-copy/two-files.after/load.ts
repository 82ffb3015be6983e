import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export function loadSync(file: string): string {
  return parse(readFileSync(file, 'utf8'));
}

export async function loadAsync(file: string): Promise<string> {
  return parse(await readFile(file, 'utf8'));
}

function parse(text: string): string {
  return text.trim();
}
