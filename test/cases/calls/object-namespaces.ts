import { readdirSync, rmSync } from 'node:fs';

const disk = {
  list: (dir: string) => readdirSync(dir),
  remove(dir: string) {
    rmSync(dir, { recursive: true });
  },
  nested: { wipe: (dir: string) => disk.remove(dir) },
  async purge(dir: string) {
    this.remove(dir); // expect: blocking-io node:fs.rmSync
  },
};

const extended = { ...disk, extra: true };

export async function clean(dir: string) {
  if (disk.list(dir).length > 10) disk.nested.wipe(dir); // expect: blocking-io node:fs.readdirSync, blocking-io node:fs.rmSync
  extended.remove(dir); // expect: blocking-io node:fs.rmSync
  const { list } = disk;
  return list(dir); // expect: blocking-io node:fs.readdirSync
}

export default disk;
