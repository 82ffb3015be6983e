import { readFileSync } from 'node:fs';

export function load(): string[] {
  return JSON.parse(readFileSync('posts.json', 'utf8')); // ok: its callers decide
}
