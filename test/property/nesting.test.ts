import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { deepSources } from '../support/deep-sources.ts';

/** Far more than any run needs: a guard against a hang, not a measurement. */
const guard = 240_000;

describe('deep nesting ends in facts or in a problem', function () {
  this.timeout(guard + 10_000);
  for (const engine of ['oxc', 'typescript']) {
    for (const depth of [300, 1_150, 10_000]) {
      it(`${engine}, ${depth} levels`, () => {
        const { stdout, stderr, signal, status } = spawnSync(
          process.execPath,
          ['--import', 'tsx', 'test/support/deep-worker.ts', engine, String(depth)],
          { encoding: 'utf8', timeout: guard },
        );
        const lines = stdout.trim().split('\n');
        assert.equal(
          lines.at(-1),
          'done',
          `${signal ?? status}, the last lines: ${lines.slice(-2).join(' / ')}\n${stderr}`,
        );
        const expected = Object.keys(deepSources(1)).length;
        assert.equal(lines.filter((line) => /: (?:facts|syntax|too-deep)$/.test(line)).length, expected, stdout);
      });
    }
  }
});
