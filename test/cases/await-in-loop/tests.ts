import { readFile } from 'node:fs/promises';

declare function it(name: string, run: () => Promise<void>): void;
declare function before(run: () => Promise<void>): void;

const files = ['a.txt', 'b.txt'];

before(async () => {
  for (const file of files) await readFile(file); // ok: steps of a test are in order
});

it('reads', async () => {
  const one = await readFile('a.txt', 'utf8'); // ok: steps of a test are in order
  const two = await readFile('b.txt', 'utf8');
  if (one === two) throw new Error('same');
});
