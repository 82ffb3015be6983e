import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What a program gave, and for how many seconds the loop stood still at most. */
export interface PythonRun {
  readonly result: unknown;
  readonly stall: number;
  /** How long it took, in seconds. */
  readonly elapsed: number;
  /** How long its own process computed, in seconds: others of the machine do not count. */
  readonly own: number;
}

const support = resolve('test/support/python');

/** Runs `python3`. */
function python(args: readonly string[], input: string): string {
  const { stdout, stderr, status, error } = spawnSync('python3', args, { input, encoding: 'utf8', timeout: 180_000 });
  if (error) throw new Error(`these tests need python3 (the package python3 of Debian): ${error.message}`);
  if (status !== 0) throw new Error(`python3 failed:\n${stderr}`);
  return stdout;
}

/** Each program in a folder of its own, one after the other. */
export function runPython(programs: readonly ReadonlyMap<string, string>[]): PythonRun[] {
  return inFolder((folder) => {
    const folders = programs.map((files, index) => {
      const own = join(folder, `program${index}`);
      writeAll(own, files);
      for (const module of ['slow.py', 'httpx.py']) cpSync(join(support, module), join(own, module));
      return own;
    });
    return JSON.parse(python([join(support, 'harness.py')], JSON.stringify(folders))) as PythonRun[];
  });
}

const compileAll = `
import json, sys
problems = []
for name, text in json.load(sys.stdin).items():
    try:
        compile(text, name, 'exec', dont_inherit=True)
    except SyntaxError as error:
        problems.append(f'{name}:{error.lineno}: {error.msg}')
print(json.dumps(problems))
`;

/** What the compiler of Python says of sources. */
export function pythonProblems(sources: ReadonlyMap<string, string>): string[] {
  return JSON.parse(python(['-c', compileAll], JSON.stringify(Object.fromEntries(sources)))) as string[];
}

function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopwise-python-')));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
