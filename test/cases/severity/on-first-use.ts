import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

let isReady = false;
let greeting = '';

async function init(): Promise<void> {
  greeting = readFileSync('greeting.txt', 'utf8'); // expect: blocking-io@information node:fs.readFileSync
  isReady = true;
}

async function refresh(): Promise<void> {
  greeting = readFileSync('greeting.txt', 'utf8'); // expect: blocking-io@warning node:fs.readFileSync
}

class Client {
  private connection: { call(name: string): string } | undefined;

  call(name: string): string {
    if (!this.connection) this.start();
    return this.connection?.call(name) ?? '';
  }

  private start(): void {
    const path = readFileSync('socket.path', 'utf8');
    this.connection = { call: (name) => `${path} ${name}` };
  }

  /** Called whenever the other side has gone. */
  reset(): void {
    existsSync('socket.path');
    this.connection = undefined;
  }
}

const client = new Client();

createServer((req, res) => {
  void (async () => {
    if (!isReady) await init();
    if (req.url === '/refresh') await refresh();
    if (req.url === '/reset') client.reset(); // expect: blocking-io@information node:fs.existsSync
    res.end(greeting + client.call('name')); // expect: blocking-io@information node:fs.readFileSync
  })();
}).listen(80);
