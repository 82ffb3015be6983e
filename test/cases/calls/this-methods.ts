import { readFileSync, writeFileSync } from 'node:fs';

export class SettingsStore {
  private cache = new Map<string, string>();

  constructor(private readonly file: string) {}

  async set(key: string, value: string): Promise<void> {
    this.cache.set(key, value);
    this.flush(); // expect: blocking-io node:fs.writeFileSync
  }

  async reload(): Promise<void> {
    const self = this;
    self.parse(self.raw()); // expect: blocking-io node:fs.readFileSync
  }

  private flush() {
    writeFileSync(this.file, this.serialise());
  }

  private serialise() {
    return JSON.stringify([...this.cache]);
  }

  private raw() {
    return readFileSync(this.file, 'utf8');
  }

  private parse(text: string) {
    this.cache = new Map(JSON.parse(text));
  }
}
