import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface CliSurroundings {
  readonly env?: NodeJS.ProcessEnv;
  /** The reader of stdout goes away after the first piece, as `head` does. */
  readonly closeEarly?: boolean;
}

/** Runs the command line as a process of its own, with pipes for its output. */
export function runCli(cwd: string, args: readonly string[], around: CliSurroundings = {}): Promise<CliResult> {
  const neutral = { FORCE_COLOR: '', NO_COLOR: '', GITHUB_WORKSPACE: '' };
  const env = { ...process.env, ...neutral, ...around.env };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', tsx, main, ...args], { cwd, env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (around.closeEarly) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

export interface JsonReport {
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly notes: readonly string[] }[];
  readonly baseline?: {
    readonly known: number;
    readonly fixed: readonly { readonly file: string; readonly notes: readonly string[] }[];
  };
  readonly scope?: string;
  readonly stats?: object;
}

/** An audit in JSON, and the exit code. */
export async function auditJson(
  cwd: string,
  ...args: string[]
): Promise<JsonReport & { readonly code: number | null }> {
  const { code, stdout } = await runCli(cwd, ['audit', '--format', 'json', ...args]);
  return { ...(JSON.parse(stdout) as JsonReport), code };
}

/** A message for a person: the tool's name, one line, nothing on stdout. */
export async function assertRefused(
  cwd: string,
  args: readonly string[],
  message: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const { code, stderr, stdout } = await runCli(cwd, args, { env });
  assert.match(stderr, message);
  assert.deepEqual({ code, stdout, lines: stderr.trimEnd().split('\n').length }, { code: 2, stdout: '', lines: 1 });
  assert.ok(stderr.startsWith('loopwise: '), stderr);
}

/** A module with one async function that blocks. */
export function reads(name: string): string {
  return `import { readFileSync } from 'node:fs';
export async function ${name}(file) {
  return readFileSync(file);
}
`;
}
