import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { auditFolder } from '../support/analyse.ts';
import { assertAsAnnotated } from '../support/fixtures.ts';

const page = readFileSync('docs/catalog.md', 'utf8');

function block(language: string): string {
  return new RegExp(`^\`\`\`${language} catalog\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
}

describe('docs/catalog.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-catalog-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows a catalog that finds what the example says', async () => {
    writeFileSync(join(folder, 'loopwise.config.json'), `{ "catalog": [${block('json')}] }`);
    writeFileSync(join(folder, 'example.js'), block('js'));
    const report = await auditFolder(folder);
    assert.equal(report.findings.length, 1);
    assertAsAnnotated(folder, ['example.js'], report);
  });
});
