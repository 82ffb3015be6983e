import { existsSync } from 'node:fs';

function isFile(name: string | undefined): name is string { // refused: type predicate
  return name !== undefined && existsSync(name);
}

export async function main(name?: string) {
  return isFile(name) ? name.length : 0;
}
