import { readFileSync } from 'node:fs';

export class Pages {
  // Perhaps the server's: it imports this file.
  async title() {
    return readFileSync('title.txt', 'utf8'); // expect: blocking-io@warning
  }
}
