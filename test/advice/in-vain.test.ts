import assert from 'node:assert/strict';
import { sessionOver } from '../support/analyse.ts';

const sources = new Map([
  [
    'app.js',
    `import { pbkdf2Sync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
export async function derive(password) {
  return pbkdf2Sync(password, 'salt', 600_000, 32, 'sha256');
}
export async function load(path) {
  return readFile(path);
}
export function add(a, b) {
  return a + b;
}
`,
  ],
  [
    'app.py',
    `import hashlib


async def count():
    total = 0
    for i in range(200_000_000):
        total += i % 7
    return total


async def derive(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)
`,
  ],
]);

describe('what does not help', () => {
  const session = sessionOver(sources);
  before(() => session.update());

  /** What is tried in vain, each with its reason. */
  async function inVain(file: string, name: string): Promise<string[]> {
    const [advice] = await session.adviseNamed(file, name);
    return (advice?.notHelping ?? []).map(({ what, why }) => `${what}: ${why}`);
  }

  it('is awaiting a computation, waiting for several, and more workers than cores', async () => {
    const [awaiting = '', all = '', workers = '', ...others] = await inVain('app.js', 'derive');
    assert.match(awaiting, /^Awaiting it: `pbkdf2Sync` computes on the same thread all the same/);
    assert.match(all, /^`Promise\.all`: .*Computations on one thread still run one after another/);
    assert.match(workers, /^More workers than cores: /);
    assert.deepEqual(others, []);
  });

  it('is a worker for a wait, and for what is done before the message comes back', async () => {
    const [wait = '', ...others] = await inVain('app.js', 'load');
    assert.match(wait, /^Handing it to a worker thread: `readFile` only waits/);
    assert.deepEqual(others, []);
    const [short = ''] = await inVain('app.js', 'add');
    assert.match(short, /^Handing it to a worker thread: The messages there and back cost about 0\.2 ms/);
  });

  it('is threads for what holds the lock of the interpreter, but not for what releases it', async () => {
    assert.ok((await inVain('app.py', 'count')).some((text) => /^Threads: .*\(GIL\)/.test(text)));
    assert.ok(!(await inVain('app.py', 'derive')).some((text) => text.startsWith('Threads')));
    const [advice] = await session.adviseNamed('app.py', 'derive');
    assert.equal(advice?.techniques[0]?.id, 'thread');
  });
});
