import { readFileSync } from 'node:fs';

export interface Files {
  read(name: string): Buffer;
}

export class Store implements Files {
  read(name: string): Buffer {
    return readFileSync(name);
  }
}
