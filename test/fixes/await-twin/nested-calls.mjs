import { copyFileSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a', 'b');
  writeFileSync(readFileSync('a', 'utf8'), String(statSync('a').size));
  copyFileSync('a', `${readFileSync('a', 'utf8')}2`);
  return [readFileSync(readFileSync('a', 'utf8'), 'utf8'), readdirSync('.').filter((name) => name.length < 3)];
}
