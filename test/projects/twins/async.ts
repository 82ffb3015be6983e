import { glob } from 'tinyglobby';
import { findSync } from './sync';

export async function find(pattern: string) {
  return glob(pattern);
}

export async function findAll(patterns: string[]) {
  return patterns.flatMap((pattern) => findSync(pattern)); // expect: blocking-io tinyglobby.globSync
}

export async function findAllByReference(patterns: string[]) {
  return patterns.flatMap(findSync); // expect: blocking-io tinyglobby.globSync
}
