import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import type { Log, Result } from 'sarif';
import type { Report } from '../../src/model/report.ts';
import { toSarif } from '../../src/reporters/sarif/log.ts';
import { context, emptyReport, report } from '../support/report-fixture.ts';

function sarif(given: Report): Log {
  return JSON.parse(toSarif(given, context)) as Log;
}

function resultOf(rule: string): Result {
  return sarif(report).runs[0]!.results!.find((result) => result.ruleId === rule)!;
}

describe('the SARIF reporter', () => {
  it('writes what the schema of SARIF 2.1.0 allows', () => {
    // It calls itself draft 4, but uses nothing that draft 7 reads otherwise.
    const { id, $schema, ...rest } = schema;
    assert.match(id + $schema, /sarif-2\.1\.0.*draft-04/);
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(rest);
    for (const given of [report, emptyReport, { ...emptyReport, analysedFiles: 0 }]) {
      validate(sarif(given));
      assert.deepEqual(validate.errors ?? [], []);
    }
  });

  it('refers to rules, artifacts and the root consistently', () => {
    const run = sarif(report).runs[0]!;
    assert.equal(run.originalUriBaseIds!['%SRCROOT%']!.uri, 'file:///home/me/my%20app/');
    for (const result of run.results!) {
      assert.equal(run.tool.driver.rules![result.ruleIndex!]!.id, result.ruleId);
      for (const { physicalLocation } of [...result.locations!, ...result.relatedLocations!]) {
        const { index, uri } = physicalLocation!.artifactLocation!;
        assert.equal(run.artifacts![index!]!.location!.uri, uri);
      }
    }
    assert.ok(run.artifacts!.some(({ location }) => location!.uri === 'src/gr%C3%B6%C3%9Fe/100%25%231%2Ca%3Ab.ts'));
  });

  it('counts from 1, tells the way to the operation and says what is suppressed', () => {
    assert.deepEqual(resultOf('blocking-io').locations![0]!.physicalLocation!.region, {
      startLine: 12,
      startColumn: 20,
      endLine: 12,
      endColumn: 35,
    });
    const results = sarif(report).runs[0]!.results!;
    const flows = results.flatMap((result) => result.codeFlows ?? []);
    assert.deepEqual(
      flows.map(({ threadFlows }) => threadFlows[0]!.locations.map(({ location }) => location!.message!.text)),
      [
        [
          'request handler (Express) `callback of router.get`',
          '`callback of router.get` calls `loadConfig`',
          '`loadConfig` calls `readJson`',
          '`readJson` calls `fs.readFileSync`, which reads a whole file',
        ],
      ],
    );
    assert.deepEqual(results.map((result) => result.suppressions!.map(({ justification }) => justification)).flat(), [
      'the file is a few bytes',
    ]);
    assert.equal(resultOf('blocking-sleep').level, 'note');
    assert.ok(resultOf('blocking-sleep').rank! < resultOf('heavy-call').rank!);
  });

  it('says that a run which analysed nothing failed, and what was skipped', () => {
    assert.equal(sarif({ ...emptyReport, analysedFiles: 0 }).runs[0]!.invocations![0]!.executionSuccessful, false);
    const [invocation] = sarif(report).runs[0]!.invocations!;
    assert.equal(invocation!.executionSuccessful, true);
    assert.deepEqual(
      invocation!.toolExecutionNotifications!.map(({ descriptor }) => descriptor!.id),
      ['skipped-file', 'skipped-file', 'unused-directive', 'warning'],
    );
  });
});
