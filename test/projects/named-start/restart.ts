import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { bus } from './bus.js';

class Adapter {
  private key = '';

  async start(): Promise<void> {
    this.key = readFileSync('adapter.key', 'utf8'); // expect: blocking-io@hint node:fs.readFileSync
  }

  async refresh(): Promise<void> {
    this.key = readFileSync('adapter.key', 'utf8'); // expect: blocking-io@information node:fs.readFileSync
  }

  get isOpen(): boolean {
    return this.key !== '';
  }
}

const adapter = new Adapter();
await adapter.start();
createServer((_, response) => response.end(String(adapter.isOpen))).listen(80);

// Started anew when it was lost: that is as good as the first start.
bus.on('lost', async () => {
  await adapter.start();
});
bus.on('changed', async () => {
  await adapter.refresh();
});
