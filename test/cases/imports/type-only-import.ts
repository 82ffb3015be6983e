import type fs from 'node:fs';
import type { PathLike } from 'node:fs';
import { type Dirent, readdirSync } from 'node:fs';

type Disk = Pick<typeof fs, 'readFileSync'>;

// ok: only the type of `fs` is imported; what `disk` is at run time, the caller decides
export async function load(disk: Disk, file: PathLike) {
  return disk.readFileSync(file, 'utf8');
}

export async function list(dir: PathLike): Promise<Dirent[]> {
  return readdirSync(dir, { withFileTypes: true }); // expect: blocking-io node:fs.readdirSync
}
