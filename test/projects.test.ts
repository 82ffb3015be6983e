import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import { auditFolder } from './support/analyse.ts';
import { assertAsAnnotated, sourcesBelow } from './support/fixtures.ts';

const folder = 'test/projects';

describe('annotated projects', function () {
  this.timeout(20_000);
  for (const name of readdirSync(folder).sort()) {
    it(name, async () => {
      const report = await auditFolder(resolve(folder, name));
      assertAsAnnotated(join(folder, name), sourcesBelow(join(folder, name)), report);
    });
  }
});
