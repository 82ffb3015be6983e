import { readFileSync } from 'node:fs';

export class Disk {
  constructor(private readonly root: string) {}

  read(name: string) {
    return readFileSync(`${this.root}/${name}`);
  }
}
