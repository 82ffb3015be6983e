import { writeFileSync } from 'node:fs';
import { load } from '../store.js';

// Loaded by its name, so that no file shows who calls it.
export class Command {
  async run([to = 'export.json']: string[]) {
    writeFileSync(to, JSON.stringify(await load())); // expect: blocking-io@hint
  }
}
