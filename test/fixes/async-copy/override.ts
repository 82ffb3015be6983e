import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';

class Disk extends Readable {
  override toString(name = ''): string {
    return readFileSync(name, 'utf8');
  }
}

export async function main() {
  return new Disk().toString('a');
}
