import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readPageAssets } from '../../src/workspace/package-files.ts';
import type { Report } from '../../src/model/report.ts';
import type { Format } from '../../src/reporters/formats.ts';
import { formats, loadReporter } from '../../src/reporters/formats.ts';
import type { ReportContext } from '../../src/reporters/types.ts';
import { context, emptyReport, hostile, report, statistics } from '../support/report-fixture.ts';

async function render(format: Format, given: Report = report, extra: Partial<ReportContext> = {}): Promise<string> {
  return (await loadReporter(format))(given, { ...context, ...extra });
}

/** `UPDATE_GOLDEN=1 npx mocha test/unit/reporters.test.ts` writes the files anew: read the difference. */
function assertGolden(name: string, actual: string): void {
  const file = new URL(`./reporters-golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, actual);
  }
  assert.equal(actual, readFileSync(file, 'utf8'));
}

/** SARIF logs are large and read by programs: they come without white space. */
function readable(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
}

describe('reporters', () => {
  for (const format of formats) {
    it(`${format} is the golden text, whatever the order of the findings`, async () => {
      const text = await render(format);
      assertGolden(`${format}.golden`, format === 'sarif' ? readable(text) : text);
      const reversed = { ...report, findings: [...report.findings].reverse() };
      assert.equal(await render(format, reversed), await render(format));
    });

    it(`${format} reports that there is nothing to report, and that nothing was analysed`, async () => {
      const clean = await render(format, emptyReport);
      const unanalysed = await render(format, { ...emptyReport, analysedFiles: 0 });
      assert.notEqual(clean, unanalysed);
      if (format !== 'json' && format !== 'sarif') assert.match(unanalysed, /Nothing was analysed/);
    });
  }

  it('text is coloured, wrapped and extended when asked', async () => {
    const baseline = {
      file: 'known.json',
      known: 3,
      fixed: [{ rule: 'blocking-io', file: 'src/gone.ts', fingerprint: 'f', count: 2 }],
    };
    const text = await render(
      'text',
      { ...report, stats: statistics },
      { width: 72, baseline, scope: 'changed since main' },
    );
    assertGolden('text-narrow.golden', text);
    const colored = await render('text', report, { colors: true });
    assert.notEqual(colored, await render('text'));
    // eslint-disable-next-line no-control-regex
    assert.equal(colored.replace(/\u001b\[\d+m/g, ''), await render('text'));
  });

  it('text puts carets under the range, in long lines and before wide characters', async () => {
    const finding = report.findings[0]!;
    const at = (line: string, start: number, end: number) =>
      render('text', { ...report, findings: [{ ...finding, range: [0, start, 0, end] }] }, { readLine: () => line });
    const long = `${'a'.repeat(5000)}readSync()${'b'.repeat(5000)}`;
    const [code = '', carets = ''] = (await at(long, 5000, 5008)).split('\n').slice(3, 5);
    assert.ok(code.length <= 120);
    assert.equal(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'readSync');
    const [, wide = ''] = (await at("f('日本', readSync())", 8, 16)).split('\n').slice(3, 5);
    assert.equal(wide.indexOf('^'), '    1 │ '.length + "f('日本', ".length + 2);
  });

  it('text never sends control characters of the analysed code to the terminal', async () => {
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(await render('text'), /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('json counts lines and columns from 1 and leaves suppressed findings out of the counts', async () => {
    interface Json {
      readonly schemaVersion: number;
      readonly summary: { readonly bySeverity: object; readonly suppressed: number };
      readonly findings: readonly { readonly start: object }[];
    }
    const { findings, schemaVersion, summary } = JSON.parse(await render('json')) as Json;
    assert.equal(schemaVersion, 1);
    assert.deepEqual(summary.bySeverity, { error: 1, warning: 1, information: 1, hint: 1 });
    assert.equal(summary.suppressed, 1);
    assert.deepEqual(findings[0]!.start, { line: 5, column: 15 });
  });

  it('github commands stay on their line and name paths from the repository', async () => {
    const lines = (await render('github', report, { pathPrefix: 'packages/api/' })).trimEnd().split('\n');
    assert.ok(lines.slice(0, -1).every((line) => line.startsWith('::')));
    assert.ok(lines.slice(0, 4).every((line) => /^::\w+ file=packages\/api\/[^,]+,line=\d+/.test(line)));
  });

  it('html runs no script but its own, loads nothing, and holds hostile text as text', async () => {
    const assets = await readPageAssets();
    const page = await render('html', report, { assets });
    const script = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    assert.ok(page.includes(`script-src &#39;sha256-${createHash('sha256').update(script).digest('base64')}&#39;`));
    assert.equal(script, assets.script);
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.ok(!page.includes('<img'));
    assert.ok(!page.includes('href="javascript:'));
    assert.doesNotMatch(page, /(?:src|srcset|@import|url\()\s*=?\s*["']?(?:https?:)?\/\//);
    assert.doesNotMatch(page, /<(?:link|iframe|object|embed)\b/);
    assert.ok(!page.includes(hostile));
  });
});
