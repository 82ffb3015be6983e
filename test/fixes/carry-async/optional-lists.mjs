import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a', 'one');
  const config = { files: process.argv.length > 0 ? ['a'] : undefined };
  const texts = config.files?.map((file) => readFileSync(file, 'utf8')) ?? [];
  const joined = config.files?.map((file) => readFileSync(file, 'utf8'))?.join() ?? ''; // refused: optional chain
  readdirSync('.').forEach((name) => {
    if (name === 'a') texts.push(readFileSync(name, 'utf8'));
  });
  return [...texts, joined];
}
