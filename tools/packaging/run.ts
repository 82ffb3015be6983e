import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const packagingFolder = import.meta.dirname;

/** Runs a program and yields what it printed; fails with it. */
export function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd, shell, timeout: 5 * 60_000, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal ?? 'nothing'}\n${output}`));
    });
  });
}

/** The path of vsce, which is installed at first use. */
export async function installPackager(): Promise<string> {
  const packager = join(packagingFolder, 'node_modules/@vscode/vsce/vsce');
  if (!existsSync(packager))
    await run('npm', ['ci', '--ignore-scripts', '--omit=optional', '--loglevel=error'], packagingFolder);
  return packager;
}
