import { writeFile, readFile } from 'node:fs/promises';

interface Source {
  read(name: string): Promise<string>;
}

class Disk implements Source {
  public async read(name: string): Promise<string> {
    return await readFile(name, 'utf8');
  }
}

export async function run() {
  await writeFile('a', 'text');
  const disk = new Disk();
  return await disk.read('a');
}
