import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { readFile } from 'node:fs/promises';

class Disk extends Readable {
  override toString(name = ''): string {
    return readFileSync(name, 'utf8');
  }

  async toStringAsync(name = ''): Promise<string> {
    return await readFile(name, 'utf8');
  }
}

export async function main() {
  return await new Disk().toStringAsync('a');
}
