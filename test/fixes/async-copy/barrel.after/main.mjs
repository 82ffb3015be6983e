import { writeFileSync } from 'node:fs';
import { load, loadAsync } from './star.mjs';
writeFileSync('a', 'text');
export const all = ['a'].sort((x, y) => load(x).length - load(y).length);
export async function run() {
  return [await loadAsync('a'), all];
}
