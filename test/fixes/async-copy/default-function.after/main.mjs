import { writeFileSync } from 'node:fs';
import load from './load.mjs';
import { load as other, loadAsync as loadAsync2 } from './index.mjs';
import { loadAsync } from './load.mjs';
writeFileSync('a', 'text');
export const all = ['a'].sort((x, y) => load(x).length - load(y).length);
export async function run() {
  return [await loadAsync('a'), await loadAsync2('a'), all];
}
