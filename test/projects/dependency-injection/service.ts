import { inject, injectable } from 'inversify';
import { DISK, type Disk } from './interfaces.js';
import { MemoryDisk } from './memory-disk.js';
import { nodeDisk, NodeDisk } from './node-disk.js';

@injectable()
export class Service {
  constructor(@inject(DISK) private readonly disk: Disk, private readonly memory: MemoryDisk) {}

  async load(path: string) {
    return this.disk.read(path) + this.memory.read(path); // ok: an interface has any implementation
  }
}

export async function direct(path: string) {
  return nodeDisk.read(path); // expect: blocking-io node:fs.readFileSync
}

export const build = () => new Service(new NodeDisk(), new MemoryDisk());
