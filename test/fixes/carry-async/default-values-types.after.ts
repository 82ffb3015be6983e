import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

async function load(name: string, text?: string): Promise<string> {
  if (text === undefined) text = await readFile(name, 'utf8');
  return text.trim();
}

class Page {
  async render(text: string | undefined, title: string): Promise<string> {
    if (text === undefined) text = await readFile('a', 'utf8');
    return title + text;
  }
}

function later(text: string = readFileSync('a', 'utf8')): () => string { // refused: default parameter
  return () => text;
}

export async function run(): Promise<string[]> {
  await writeFile('a', ' one ');
  return [await load('a'), await load('a', 'two'), await new Page().render(undefined, 'title'), later()()];
}
