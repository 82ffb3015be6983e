import { readFileSync, writeFileSync } from 'node:fs';

function load(name: string, text: string = readFileSync(name, 'utf8')): string {
  return text.trim();
}

class Page {
  render(text: string = readFileSync('a', 'utf8'), title: string): string { return title + text; }
}

function later(text: string = readFileSync('a', 'utf8')): () => string { // refused: default parameter
  return () => text;
}

export async function run(): Promise<string[]> {
  writeFileSync('a', ' one ');
  return [load('a'), load('a', 'two'), new Page().render(undefined, 'title'), later()()];
}
