/** Compares the rule await-in-loop with ESLint's no-await-in-loop on the servers of test/corpus, and writes docs/await-in-loop-comparison.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { format, resolveConfig } from 'prettier';
import { installCorpus } from '../test/corpus/install.ts';
import { auditPackage } from '../test/corpus/snapshot.ts';

interface Judgement {
  /** File and line, as ESLint gives them. */
  readonly at: string;
  /** `sequential`: waiting is right. `overlap`: the iterations could overlap. */
  readonly judgement: 'sequential' | 'overlap';
  readonly why: string;
}

interface Row {
  readonly name: string;
  readonly eslint: readonly string[];
  readonly loopwise: readonly string[];
}

const page = 'docs/await-in-loop-comparison.md';
const packages = join(import.meta.dirname, '..', 'test', 'corpus', 'packages');

/** The rule alone, without any configuration of the packages. */
function createLinter(cwd: string): ESLint {
  const files = ['**/*.{js,mjs,cjs,jsx}'];
  const languageOptions = {
    ecmaVersion: 'latest',
    sourceType: 'module',
    parserOptions: { ecmaFeatures: { globalReturn: true, jsx: true } },
  } as const;
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    allowInlineConfig: false,
    ignore: false,
    errorOnUnmatchedPattern: false,
    overrideConfig: [{ files, languageOptions, rules: { 'no-await-in-loop': 'error' } }],
  });
}

async function eslintReports(files: readonly string[]): Promise<string[]> {
  const results = await createLinter(packages).lintFiles([...files]);
  return results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ fatal }) => fatal !== true)
      .map(({ line }) => `${relative(packages, filePath).replaceAll('\\', '/')}:${line}`),
  );
}

async function compare(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of await installCorpus()) {
    const sources = one.files.map(({ path }) => join(packages, path)).filter((path) => /\.(?:[mc]?js|jsx)$/.test(path));
    const { entries } = await auditPackage(one);
    const found = entries.filter(({ rule }) => rule === 'await-in-loop');
    rows.push({
      name: one.name,
      eslint: await eslintReports(sources),
      loopwise: found.map(({ at }) => at),
    });
  }
  return rows.filter(({ eslint, loopwise }) => eslint.length + loopwise.length > 0);
}

function countTable(rows: readonly Row[]): string {
  const lines = rows.map(({ name, eslint, loopwise }) => `| ${name} | ${eslint.length} | ${loopwise.length} |`);
  const total = `| all | ${sum(rows, 'eslint')} | ${sum(rows, 'loopwise')} |`;
  return ['| Package | ESLint | Loopwise |', '| --- | ---: | ---: |', ...lines, total].join('\n');
}

function sum(rows: readonly Row[], of: 'eslint' | 'loopwise'): number {
  return rows.reduce((count, row) => count + row[of].length, 0);
}

function judgementTable(judgements: readonly Judgement[]): string {
  const lines = judgements.map(({ at, judgement, why }) => `| ${at} | ${judgement} | ${why} |`);
  return ['| Report of ESLint that Loopwise leaves out | Judged | Why |', '| --- | --- | --- |', ...lines].join('\n');
}

function render(rows: readonly Row[], judgements: readonly Judgement[]): string {
  const reported = new Set(rows.flatMap(({ eslint }) => eslint));
  const gone = judgements.filter(({ at }) => !reported.has(at));
  if (gone.length > 0) throw new Error(`ESLint does not report ${gone.map(({ at }) => at).join(', ')}`);
  const overlap = judgements.filter(({ judgement }) => judgement === 'overlap').length;
  return `# await-in-loop beside no-await-in-loop

What the rule [await-in-loop](rules/await-in-loop.md) and ESLint ${ESLint.version}'s \`no-await-in-loop\` report in the JavaScript
of the servers of \`test/corpus\`, at their pinned versions. \`npm run compare:awaits\` writes this page. ESLint runs that rule alone,
without the packages' configuration and comments; Loopwise runs as it does from the command line.

ESLint's rule reports each \`await\` in a loop. Loopwise reports a loop only if it is shown that its iterations do not need each
other, and leaves out start-up and scripts. Packages that are not listed have no report of either.

${countTable(rows)}

## What is left out

Of the reports of ESLint that Loopwise leaves out, ${judgements.length} were read, every fifth of all. In ${judgements.length - overlap} waiting is right: the
iterations need each other, share a transaction, or are in an order that matters. In ${overlap} the iterations could overlap: these are
missed, because they call something of which it is not known what it touches.

${judgementTable(judgements)}
`;
}

const judgements = JSON.parse(
  readFileSync(join(import.meta.dirname, 'await-judgements.json'), 'utf8'),
) as readonly Judgement[];
const text = render(await compare(), judgements);
writeFileSync(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
