import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a program until it ends, or for three minutes, and returns what it prints. */
export function run(
  cwd: string,
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, timeout: 180_000, shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => {
      done({ code: 1, output: error.message });
    });
    child.on('close', (code) => {
      done({ code: code ?? 1, output });
    });
  });
}
