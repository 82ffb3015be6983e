import { readFileSync } from 'node:fs';
import { request } from 'node:https';

export class Deployer {
  async push(describe) {
    const archive = readFileSync('archive.zip'); // expect: blocking-io@hint
    const outgoing = request(new URL(describe(this.url)));
    // Who asks others serves nobody.
    outgoing.on('response', () => readFileSync('summary.txt')); // expect: blocking-io@hint
    outgoing.end(archive);
  }
}

export const deployers = new Map(globalThis.plugins);
