import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';

const module = new URL('../../src/cli/spare-cores.ts', import.meta.url).href;

/** Keeps a million objects, and prints how many bytes there were for young ones before and after. */
const program = `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { keepYoungSmall, spareCores } from '${module}';
  const room = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size;
  spareCores();
  keepYoungSmall();
  const before = room();
  const kept = Array.from({ length: 1e6 }, (_, index) => ({ index }));
  console.log(JSON.stringify({ before, after: room(), kept: kept.length }));
`;

describe('what V8 is told', () => {
  it('is understood, and room for what is young grows no more', async () => {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args);
    assert.equal(stderr, '');
    const { before, after } = JSON.parse(stdout) as { before: number; after: number };
    assert.ok(after <= before, `${before} bytes, then ${after}`);
  });
});
