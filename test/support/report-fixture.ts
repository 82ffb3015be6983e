import type { EntryFacts, Finding, PathStep } from '../../src/model/finding.ts';
import type { Range } from '../../src/model/range.ts';
import type { Report, RuleInfo } from '../../src/model/report.ts';
import type { ReportContext } from '../../src/reporters/types.ts';
import { adviceOn } from './advice-fixture.ts';

/** Text that breaks out of every format that does not escape it. */
export const hostile = '</script><img src=x onerror=alert(1)> "quotes" \'%0A::error::|`*_[x](y)\u202e\u001b[31m';

const rules: readonly RuleInfo[] = [
  {
    id: 'blocking-io',
    title: 'Synchronous I/O on the event loop',
    why: 'While a synchronous call waits for a disk, no other request is served.',
    helpUri: 'https://example.com/rules/blocking-io',
    verdict: 'concurrency',
  },
  {
    id: 'blocking-sleep',
    title: 'A sleep on the event loop',
    why: 'A sleeping thread serves nobody.',
    helpUri: 'https://example.com/rules/blocking-sleep',
    verdict: 'concurrency',
  },
  {
    id: 'heavy-call',
    title: 'A heavy computation on the event loop',
    why: 'Computing keeps the only thread busy.',
    helpUri: 'https://example.com/rules/heavy-call',
    verdict: 'parallelism',
  },
];

const handler: EntryFacts = {
  name: 'callback of router.get',
  role: 'request handler (Express)',
  file: 'src/routes/user files.ts',
  at: [10, 30, 10, 35],
};

const readFileSync = {
  name: 'node:fs.readFileSync',
  does: 'reads a whole file',
  work: 'file',
  cost: 'medium',
  instead: 'Await `readFile` of `node:fs/promises`.',
  twin: 'node:fs/promises.readFile',
  url: 'https://nodejs.org/api/fs.html#fsreadfilesyncpath-options',
} as const;

function step(file: string, at: Range, caller: string, call: string): PathStep {
  return { file, at, caller, call };
}

const direct: Finding = {
  rule: 'blocking-io',
  severity: 'error',
  confidence: 'certain',
  verdict: 'concurrency',
  file: 'src/routes/user files.ts',
  range: [11, 19, 11, 34],
  message: '`fs.readFileSync` reads a whole file in a request handler.',
  notes: [],
  entry: handler,
  operation: readFileSync,
  path: [step('src/routes/user files.ts', [11, 19, 11, 34], 'callback of router.get', 'fs.readFileSync')],
  fingerprint: 'a1',
};

const indirect: Finding = {
  ...direct,
  severity: 'warning',
  range: [14, 1, 14, 11],
  message: '`loadConfig` reads a whole file, two calls away, in a request handler.',
  path: [
    step('src/routes/user files.ts', [14, 1, 14, 11], 'callback of router.get', 'loadConfig'),
    step('src/lib/config.ts', [3, 9, 3, 17], 'loadConfig', 'readJson'),
    step('src/lib/json.ts', [7, 20, 7, 35], 'readJson', 'fs.readFileSync'),
  ],
  fingerprint: 'b2',
};

const heavy: Finding = {
  rule: 'heavy-call',
  severity: 'information',
  confidence: 'likely',
  verdict: 'parallelism',
  file: 'src/auth.ts',
  range: [4, 14, 6, 3],
  message: '`crypto.pbkdf2Sync` derives a key in an async function.',
  notes: ['Runs once, its result is kept.'],
  entry: { name: 'login', role: 'async function', file: 'src/auth.ts', at: [2, 15, 2, 20] },
  operation: { name: 'node:crypto.pbkdf2Sync', does: 'derives a key', work: 'key derivation', cost: 'large' },
  path: [step('src/auth.ts', [4, 14, 6, 3], 'login', 'crypto.pbkdf2Sync')],
  fingerprint: 'c3',
};

const odd: Finding = {
  ...heavy,
  rule: 'blocking-sleep',
  severity: 'hint',
  verdict: 'neither',
  file: 'src/größe/100%#1,a:b.ts',
  range: [0, 0, 0, 4],
  message: `Sleeps: ${hostile}`,
  notes: [hostile],
  entry: { name: hostile, role: 'timer', file: 'src/größe/100%#1,a:b.ts', at: [0, 0, 0, 4] },
  operation: {
    name: hostile,
    does: hostile,
    work: 'sleep',
    cost: 'small',
    instead: hostile,
    url: 'javascript:alert(1)',
  },
  path: [step('src/größe/100%#1,a:b.ts', [0, 0, 0, 4], hostile, hostile)],
  fingerprint: 'd4',
};

const suppressed: Finding = {
  ...direct,
  range: [30, 2, 30, 17],
  suppression: { reason: 'the file is a few bytes', at: [29, 2, 29, 60] },
  fingerprint: 'e5',
};

/** Out of order on purpose: reporters sort. */
export const report: Report = {
  version: '1.2.3',
  root: '/home/me/my app',
  findings: [odd, suppressed, indirect, direct, heavy],
  analysedFiles: 1213,
  skipped: [
    { file: 'src/broken.ts', reason: 'Unexpected token', at: [3, 7, 3, 8] },
    { file: 'vendor/big.js', reason: 'minified' },
  ],
  unusedDirectives: [{ file: 'src/auth.ts', at: [40, 0, 40, 40], text: 'loopwise-ignore-next-line blocking-io' }],
  warnings: ['The catalog of package "x" is of a newer version.'],
};

export const emptyReport: Report = {
  ...report,
  findings: [],
  skipped: [],
  unusedDirectives: [],
  warnings: [],
};

const lines: Readonly<Record<string, string>> = {
  '11:src/routes/user files.ts': "    const config = fs.readFileSync(request.params.name, 'utf8');",
  '14:src/routes/user files.ts': '\tloadConfig();',
  '4:src/auth.ts': `  const key = crypto.pbkdf2Sync(password, salt, 600_000, 64, ${'x'.repeat(200)}`,
  '0:src/größe/100%#1,a:b.ts': hostile,
};

export const context: ReportContext = {
  rules,
  readLine: (file, line) => lines[`${line}:${file}`],
  advice: [adviceOn('callback of router.get'), adviceOn(hostile)],
};

export const statistics: NonNullable<Report['stats']> = {
  files: 1213,
  lines: 250_000,
  functions: 9000,
  calls: 80_000,
  fromCache: 1200,
  threads: 2,
  engine: 'oxc',
  stages: [
    ['discover', 12.4],
    ['extract', 1034.6],
  ],
  peakMemory: 180 * 2 ** 20,
};
