import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

let settings: Record<string, string> | undefined;
let certificate = { until: Date.now(), text: '' };
let isBusy = false;
let log = '';

createServer((req, res) => {
  if (!settings) loadSettings(); // expect: blocking-io@information node:fs.readFileSync
  if (isExpired(certificate)) renew(); // expect: blocking-io@information node:fs.writeFileSync
  if (!isExpired(certificate.until)) readFileSync('again'); // expect: blocking-io@warning node:fs.readFileSync
  if (!isBusy) work(); // expect: blocking-io@warning node:fs.readFileSync
  if (!log) note(); // expect: blocking-io@warning node:fs.readFileSync
  if (isExpired(req)) renew(); // expect: blocking-io@warning node:fs.writeFileSync
  res.end(settings?.['name'] ?? certificate.text);
}).listen(80);

function loadSettings(): void {
  settings = JSON.parse(readFileSync('settings.json', 'utf8')) as Record<string, string>;
}

function isExpired(of: unknown): boolean {
  return String(of) < '2000';
}

const renew = (): void => {
  certificate = { until: Date.now(), text: 'new' };
  writeFileSync('certificate.pem', certificate.text);
};

// What is busy for as long as the work takes is idle again at the next request.
function work(): void {
  isBusy = true;
  readFileSync('work.json');
  isBusy = false;
}

// It fills nothing.
function note(): void {
  const log = readFileSync('log.txt', 'utf8');
  console.log(log);
}

class Session {
  private keys: string | undefined;

  async sign(text: string): Promise<string> {
    if (!this.keys) this.loadKeys(); // expect: blocking-io@information node:fs.readFileSync
    return text + (this.keys ?? '');
  }

  async verify(text: string): Promise<boolean> {
    if (!text) this.loadKeys(); // expect: blocking-io@warning node:fs.readFileSync
    return text === this.keys;
  }

  private loadKeys(): void {
    this.keys = readFileSync('keys.txt', 'utf8');
  }
}

export const session = new Session();
