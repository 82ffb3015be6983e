import { writeFile, readFile as readFileAsync } from 'node:fs/promises';

function readFile(name: string): string {
  return `mine ${name}`;
}

export async function run() {
  await writeFile('a', 'text');
  return [readFile('a'), await readFileAsync('a', 'utf8')];
}
