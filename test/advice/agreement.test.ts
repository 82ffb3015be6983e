import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '../../src/model/finding.ts';
import { sessionOver } from '../support/analyse.ts';
import { sourcesBelow } from '../support/fixtures.ts';

const folder = join('test', 'cases');

/** Findings whose verdict the advice at their place does not share. Hints speak of what may be left. */
async function contradictions(file: string, source: string): Promise<string[]> {
  const name = basename(file);
  const session = sessionOver(new Map([[name, source]]));
  const { findings } = await session.audit();
  const found: string[] = [];
  for (const finding of findings.filter(isTold)) {
    const advice = await session.advise(name, finding.range[0], finding.range[1]);
    const agrees = advice?.subject === 'file' || advice?.verdict === 'both' || advice?.verdict === finding.verdict;
    if (!agrees)
      found.push(`${file}:${finding.range[0] + 1} ${finding.rule} ${finding.verdict}: ${advice?.sentence ?? ''}`);
  }
  return found;
}

function isTold({ severity, suppression }: Finding): boolean {
  return severity !== 'hint' && suppression === undefined;
}

describe('advice and findings', function () {
  this.timeout(60_000);
  it('never contradict each other on the annotated sources of the rules', async () => {
    const found: string[] = [];
    for (const file of sourcesBelow(folder)) {
      found.push(...(await contradictions(file, readFileSync(join(folder, file), 'utf8'))));
    }
    assert.deepEqual(found, []);
  });
});
