import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export class Command {
  async run() {
    createServer((request, response) => {
      response.end(readFileSync('page.html')); // expect: blocking-io@warning
    }).listen(3000);
  }
}
