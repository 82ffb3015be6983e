import * as fs from 'fs';
import * as path from 'node:path';
import type { Stats } from 'node:fs';

export async function sizes(dir: string): Promise<Map<string, number>> {
  const result = new Map<string, number>();
  for (const name of fs.readdirSync(dir)) { // expect: blocking-io node:fs.readdirSync
    const info: Stats = fs.statSync(path.join(dir, name)); // expect: blocking-io node:fs.statSync
    result.set(name, info.size);
  }
  return result;
}

export const copy = { ...fs };
