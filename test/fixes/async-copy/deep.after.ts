import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readdir, readFile } from 'node:fs/promises';

function text(file: string): string {
  return readFileSync(file, 'utf8');
}

async function textAsync(file: string): Promise<string> {
  return await readFile(file, 'utf8');
}

function all(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => text(path.join(folder, name)));
}

async function allAsync(folder: string): Promise<string[]> {
  return await Promise.all((await readdir(folder))
    .filter((name) => name.endsWith('.mjs'))
    .map(async (name) => await textAsync(path.join(folder, name))));
}

class Texts {
  readonly texts: string[];

  constructor(folder: string) {
    this.texts = all(folder);
  }

  async reload(folder: string): Promise<number> {
    return (await allAsync(folder)).length;
  }
}

export async function run(): Promise<boolean> {
  // refused: constructor
  const texts = new Texts('.');
  return (await texts.reload('.')) === texts.texts.length;
}
