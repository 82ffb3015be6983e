import assert from 'node:assert/strict';
import { auditSource } from '../support/analyse.ts';

async function verdictOf(name: string, source: string): Promise<string | undefined> {
  const { findings } = await auditSource(name, source);
  return findings[0]?.verdict;
}

describe('the verdict on what waits and has no asynchronous twin', () => {
  it('is concurrency where threads are there to wait', async () => {
    const source = 'async def show(name):\n    with open(name) as file:\n        return file\n';
    assert.equal(await verdictOf('show.py', source), 'concurrency');
  });

  it('is parallelism where threads are there to compute', async () => {
    const source =
      "import Database from 'better-sqlite3';\nexport async function f() {\n  return new Database('d').exec('x');\n}\n";
    assert.equal(await verdictOf('show.js', source), 'parallelism');
  });
});
