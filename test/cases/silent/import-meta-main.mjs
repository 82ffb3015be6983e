import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

export const convert = (text) => text.toUpperCase();

async function main() {
  fs.writeFileSync('out.txt', convert(fs.readFileSync('in.txt', 'utf8')));
}

if (import.meta.main) await main();
if (process.argv[1] === fileURLToPath(import.meta.url)) main().catch(console.error);
