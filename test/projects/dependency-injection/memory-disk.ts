import type { Disk } from './interfaces.js';

export class MemoryDisk implements Disk {
  private readonly files = new Map<string, string>();
  read(path: string) {
    return this.files.get(path) ?? '';
  }
}
