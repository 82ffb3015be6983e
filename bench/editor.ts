/**
 * Measures the extension in VS Code: activation, and the time until the first warning stands in a file of the sample
 * application, for the package that runs everywhere and for the one with the native parser.
 * `npm run bench:editor` writes bench/EDITOR.md.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { bundleSuite, runInPackagedBuild } from '../test/editor/lab/extension-host.ts';
import { packedExtension, scratchCopy } from '../test/editor/lab/extension.ts';

const rounds = 5;
const targets = { 'every platform': undefined, 'linux-x64': 'linux-x64' };

interface Measured {
  readonly activation: number;
  /** Of the extension host while it activates the extension. */
  readonly processor: number;
  readonly firstWarning: number;
}

const tests = await bundleSuite('measure');
const rows: string[] = [];
let name = '';
for (const [label, target] of Object.entries(targets)) {
  const { folder: extension, vsix } = await packedExtension(target);
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measureOnce(extension));
  const figures = [
    measured.map(({ activation }) => activation),
    measured.map(({ processor }) => processor),
    measured.map(({ firstWarning }) => firstWarning),
  ];
  const cells = figures.map((values) => `${median(values).toFixed(0)} ms (${Math.max(...values).toFixed(0)} ms)`);
  rows.push(`| ${label} | ${(statSync(vsix).size / 1e6).toFixed(1)} MB | ${cells.join(' | ')} |`);
  console.log(rows.at(-1));
}
const page = `# The extension in VS Code

Written by \`npm run bench:editor\`: ${rounds} fresh windows each, in ${name}, on ${availableParallelism()} cores with a load of
${loadavg()[0]?.toFixed(1) ?? '?'}. Medians, and the slowest in brackets. The goal for activation is 100 ms; the
processor's time is that of all threads of the extension host meanwhile, whatever they do. The first warning counts from the start of
activation: it includes starting the server, reading the sample application and opening the file.

| Package | Size | Activation | Processor | First warning |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

The native parser pays in large workspaces: [RESULTS.md](RESULTS.md) has the time of a first audit with either parser.
`;
writeFileSync(join(import.meta.dirname, 'EDITOR.md'), await format(page, { parser: 'markdown', printWidth: 120 }));

async function measureOnce(extension: string): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), 'loopwise-measure-'));
  const sample = scratchCopy('samples');
  const target = join(scratch, 'measured.json');
  try {
    name = await runInPackagedBuild({ extension, tests, folder: sample.folder, env: { LOOPWISE_MEASURED: target } });
    return JSON.parse(readFileSync(target, 'utf8')) as Measured;
  } finally {
    sample.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
