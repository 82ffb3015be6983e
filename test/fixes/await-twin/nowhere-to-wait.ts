import { readFileSync } from 'node:fs';

export async function load(text = readFileSync('a', 'utf8')) { // refused: default parameter
  return text;
}
