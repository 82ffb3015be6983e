import { readSync } from 'fs';
export function peek(fd) {
  return readSync(fd, Buffer.alloc(1));
}
