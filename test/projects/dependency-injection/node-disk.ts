import { readFileSync } from 'node:fs';
import type { Disk } from './interfaces.js';

export class NodeDisk implements Disk {
  read(path: string) {
    return readFileSync(path, 'utf8');
  }
}
export const nodeDisk: Disk = new NodeDisk();
