import { readFileSync, writeFileSync } from 'node:fs';

interface Source {
  read(name: string): string;
}

class Disk implements Source {
  public read(name: string): string {
    return readFileSync(name, 'utf8');
  }
}

export async function run() {
  writeFileSync('a', 'text');
  const disk = new Disk();
  return disk.read('a');
}
