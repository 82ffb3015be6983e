/** The floor: one process that reads and parses every file with oxc-parser, on one thread, and does nothing with the trees. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseSync, type ParserOptions } from 'oxc-parser';

const [root = '.', list = ''] = process.argv.slice(2);
const files = JSON.parse(readFileSync(list, 'utf8')) as string[];
let unparsed = 0;
for (const file of files) {
  const source = readFileSync(`${root}/${file}`, 'utf8');
  // The published JavaScript may hold JSX and may be a script; the extension decides for TypeScript.
  const script = /\.[cm]?js$/.test(extname(file));
  const options: ParserOptions = { preserveParens: false, astType: 'ts', ...(script && { lang: 'jsx' as const }) };
  const result = parseSync(file, source, options);
  // The tree crosses over from the native side only when it is asked for.
  if (result.errors.length > 0 || result.program.body.length < 0) unparsed += 1;
}
process.stdout.write(JSON.stringify({ files: files.length, unparsed }));
