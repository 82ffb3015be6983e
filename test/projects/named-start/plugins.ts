import { readdirSync, readFileSync } from 'node:fs';

export class Plugins {
  names: string[] = [];

  async load(): Promise<void> {
    this.names = readdirSync('plugins'); // expect: blocking-io@hint node:fs.readdirSync
  }

  async list(): Promise<string> {
    return readFileSync('plugins.json', 'utf8'); // expect: blocking-io@warning node:fs.readFileSync
  }
}
