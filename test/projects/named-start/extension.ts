import { readFileSync } from 'node:fs';

/** What calls these is another program. */
export class Extension {
  schema = '';

  async onConfigure(): Promise<void> {
    this.schema = readFileSync('schema.sql', 'utf8'); // expect: blocking-io@hint node:fs.readFileSync
  }

  async onChange(): Promise<void> {
    this.schema = readFileSync('schema.sql', 'utf8'); // expect: blocking-io@warning node:fs.readFileSync
  }
}
