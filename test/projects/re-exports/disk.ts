import { readFileSync, rmSync } from 'node:fs';
export { readFileSync as builtinRead } from 'node:fs';
export const read = (path: string) => readFileSync(path, 'utf8');
export default function wipe(path: string) {
  rmSync(path);
}
