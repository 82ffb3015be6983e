import { writeFileSync } from 'node:fs';

export class Site {
  async stop() {
    writeFileSync('site.json', '{}'); // expect: blocking-io@hint
  }
}
