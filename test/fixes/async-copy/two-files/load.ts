import { readFileSync } from 'node:fs';

export function loadSync(file: string): string {
  return parse(readFileSync(file, 'utf8'));
}

function parse(text: string): string {
  return text.trim();
}
