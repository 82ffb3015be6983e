import { readFileSync } from 'node:fs';
import { Base } from 'somewhere';

class Disk extends Base {
  read(name: string): string { // refused: override
    return readFileSync(name, 'utf8');
  }
}

export async function main() {
  return new Disk().read('a');
}
