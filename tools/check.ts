/**
 * The one test command. Runs the house checks, then every mocha suite, and ends with one line that adds them up.
 * `npm test -- eslint unit` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What to show when something failed. */
  readonly details: string;
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

interface MochaReport {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { message?: string; stack?: string } }[];
}

/** A suite that should be there and is not must not look like a suite that passes. */
const suites = [
  'unit',
  'meta',
  'advice',
  'cases',
  'projects',
  'fixes',
  'property',
  'corpus',
  'protocol',
  'editor',
] as const;

/** A step that hangs must not hang the run. */
const timeout = 10 * 60_000;
const scratch = mkdtempSync(join(tmpdir(), 'loopwise-check-'));

const steps: readonly Step[] = [
  check('prettier', 'prettier', ['--check', '--log-level', 'warn', '--cache', '.']),
  check('eslint', 'eslint', ['--config', 'eslint.config.js', '--max-warnings', '0', '.']),
  check('tsc', 'tsc', ['--noEmit', '--project', '.']),
  check('tsc (panel)', 'tsc', ['--noEmit', '--project', 'src/webview']),
  check('depcruise', 'depcruise', ['--output-type', 'err-long', 'src', 'test', 'tools', 'bench']),
  check('knip', 'knip', ['--no-progress']),
  check('build', 'tsx', ['tools/build.ts']),
  ...suites.map((name) => ({ name, run: () => runSuite(name) })),
];

function check(name: string, command: string, args: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await execute(command, args);
      const ok = code === 0;
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, details: output };
    },
  };
}

async function runSuite(name: string): Promise<Outcome> {
  const files = testFiles(name);
  if (files.length === 0) return failure(`No test files for the suite "${name}": expected test/${name}/*.test.ts.`);
  const reportAt = join(scratch, `${name}.json`);
  const { output } = await execute('mocha', [
    '--reporter',
    'json',
    '--reporter-option',
    `output=${reportAt}`,
    ...files,
  ]);
  const report = readReport(reportAt);
  if (!report) return failure(`mocha ended without a report.\n${output}`);
  const { passes, failures, pending } = report.stats;
  if (passes + failures === 0) return failure(`The suite "${name}" ran no test.\n${output}`);
  const details = report.failures.map(({ fullTitle, err }) => `✖ ${fullTitle}\n${err.stack ?? err.message ?? ''}`);
  return { passed: passes, failed: failures, skipped: pending, details: details.join('\n\n') };
}

/** The test files of a suite; what lies deeper in `cases` and `projects` is fixtures, whatever its name. */
function testFiles(suite: string): string[] {
  const holdsFixtures = suite === 'cases' || suite === 'projects' || suite === 'fixes' || suite === 'corpus';
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && isOfSuite(file, suite))
    .filter((file) => !holdsFixtures || file.split('/').length <= 2)
    .map((file) => `test/${file}`)
    .sort();
}

/** `fixes.test.ts`, `fixes-python.test.ts`, `unit/….test.ts`. */
function isOfSuite(file: string, suite: string): boolean {
  return file === `${suite}.test.ts` || file.startsWith(`${suite}/`) || file.startsWith(`${suite}-`);
}

function readReport(path: string): MochaReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as MochaReport;
  } catch {
    return undefined;
  }
}

function failure(details: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, details };
}

function execute(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
    const shell = process.platform === 'win32';
    const child = spawn(join('node_modules', '.bin', command), args, { env, shell, timeout });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => {
      resolve({ code: 1, output: `${output}${error.message}` });
    });
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\nstopped by ${signal}` : output });
    });
  });
}

async function runStep(step: Step): Promise<Outcome> {
  const started = performance.now();
  const outcome = await step.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = [`${outcome.passed} passed`];
  if (outcome.failed > 0) counts.push(`${outcome.failed} failed`);
  if (outcome.skipped > 0) counts.push(`${outcome.skipped} skipped`);
  console.log(`${outcome.failed > 0 ? '✖' : '✔'} ${step.name.padEnd(17)} ${counts.join(', ')} (${seconds} s)`);
  if (outcome.failed > 0) console.log(`\n${outcome.details.trim()}\n`);
  return outcome;
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name));
  let passed = 0;
  let failed = 0;
  for (const step of chosen) {
    const outcome = await runStep(step);
    passed += outcome.passed;
    failed += outcome.failed;
  }
  rmSync(scratch, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

await main();
