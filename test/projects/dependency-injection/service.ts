import { inject, injectable } from 'inversify';
import { DISK, type Disk } from './interfaces.js';
import { MemoryDisk } from './memory-disk.js';
import { nodeDisk, NodeDisk } from './node-disk.js';

@injectable()
export class Service {
  constructor(@inject(DISK) private readonly disk: Disk, private readonly memory: MemoryDisk) {}

  async load(path: string) {
    // Who calls the constructor here hands over that one; the interface has any implementation.
    return this.disk.read(path) + this.memory.read(path); // expect: blocking-io@information node:fs.readFileSync
  }
}

@injectable()
export class Injected {
  constructor(@inject(DISK) private readonly disk: Disk) {}

  async load(path: string) {
    return this.disk.read(path); // ok: which of two nobody says
  }
}

export async function direct(path: string) {
  return nodeDisk.read(path); // expect: blocking-io node:fs.readFileSync
}

export const build = () => new Service(new NodeDisk(), new MemoryDisk());
