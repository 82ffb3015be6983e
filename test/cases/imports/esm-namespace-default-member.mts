import * as everything from 'node:fs';
import { promises } from 'node:fs';

// The default export of a built-in is the module itself.
export async function both(file: string) {
  const a = everything.default.readFileSync(file); // expect: blocking-io node:fs.readFileSync
  const b = await promises.readFile(file); // expect: sequential-awaits
  const c = await everything.promises.stat(file);
  return [a, b, c];
}
