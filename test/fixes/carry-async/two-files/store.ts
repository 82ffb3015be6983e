import { readFileSync, writeFileSync } from 'node:fs';

export function load(name: string): number[] {
  return JSON.parse(readFileSync(name, 'utf8')) as number[];
}

export function save(name: string, data: readonly number[]): void {
  writeFileSync(name, JSON.stringify(data));
}
