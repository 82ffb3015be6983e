import { globSync } from 'tinyglobby';

export function findSync(pattern: string) {
  return globSync(pattern);
}
