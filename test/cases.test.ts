import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'mocha';
import { auditSource } from './support/analyse.ts';
import { assertAsAnnotated, sourcesBelow } from './support/fixtures.ts';

const folder = 'test/cases';

describe('annotated sources', function () {
  this.timeout(20_000);
  for (const file of sourcesBelow(folder)) {
    it(file, async () => {
      const source = readFileSync(join(folder, file), 'utf8');
      const report = await auditSource(basename(file), source);
      assertAsAnnotated(join(folder, file, '..'), [basename(file)], report);
    });
  }
});
