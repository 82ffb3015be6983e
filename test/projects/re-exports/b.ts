// A cycle of stars.
export * from './a';
import { statSync } from 'node:fs';
export function helper(path: string) {
  return statSync(path).size;
}
