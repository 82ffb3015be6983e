import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from '../../../tools/packaging/run.ts';
import { quietSettings } from './settings.ts';
import { installVsCode, type VsCode } from './vscode.ts';

export interface ServerSetup {
  /** Beside those that make a run quiet and repeatable. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A .vsix to install. */
  readonly extension?: string;
  /** Lets extension tests run; notifications are off then. */
  readonly testDriver?: boolean;
  /** Whether folders are trusted without a question. */
  readonly trusted?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** A VS Code server with user data of its own. */
export interface RunningServer {
  readonly vscode: VsCode;
  readonly port: number;
  /** What the server printed. */
  readonly log: () => string;
  /** Writes the user's settings anew, for windows that are opened from then on. */
  readonly configure: (settings: Readonly<Record<string, unknown>>) => void;
  readonly stop: () => Promise<void>;
}

export async function startVsCode(setup: ServerSetup): Promise<RunningServer> {
  const vscode = await installVsCode();
  const data = mkdtempSync(join(tmpdir(), 'loopwise-vscode-'));
  const configure = (settings: Readonly<Record<string, unknown>>): void => {
    mkdirSync(join(data, 'data/User'), { recursive: true });
    const all = { ...quietSettings, 'security.workspace.trust.enabled': setup.trusted === false, ...settings };
    writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(all, undefined, 2));
  };
  configure(setup.settings ?? {});
  const main = join(vscode.folder, 'out/server-main.js');
  const common = ['--server-data-dir', data, '--accept-server-license-terms'];
  if (setup.extension !== undefined) {
    await run(vscode.node, [main, '--install-extension', setup.extension, ...common], vscode.folder);
  }
  const port = await freePort();
  const args = [main, '--host', '127.0.0.1', '--port', `${port}`, '--without-connection-token', ...common];
  args.push('--disable-telemetry');
  if (setup.trusted !== false) args.push('--disable-workspace-trust');
  if (setup.testDriver) args.push('--enable-smoke-test-driver');
  const env = { ...process.env, ...setup.env, EXTENSIONS_GALLERY: '{}' };
  const child = spawn(vscode.node, args, {
    cwd: vscode.folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const forget = endWithUs(child);
  const stop = async (): Promise<void> => {
    forget();
    killGroup(child);
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await untilAnswers(port, child);
  } catch (error) {
    await stop();
    throw new Error(`VS Code did not start.\n${log}`, { cause: error });
  }
  return { vscode, port, log: () => log, configure, stop };
}

/** No server outlives the tests, however they end. Returns what takes that back. */
function endWithUs(child: ChildProcess): () => void {
  const end = (): void => killGroup(child);
  const onSignal = (signal: NodeJS.Signals): void => {
    forget();
    end();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', end);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.once('exit', end);
  for (const signal of signals) process.once(signal, onSignal);
  return forget;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** With the extension hosts and what they have started. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function untilAnswers(port: number, child: ChildProcess): Promise<void> {
  const limit = Date.now() + 30_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    try {
      await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(2000) });
      return;
    } catch (error) {
      if (Date.now() > limit) throw error;
      await delay(100);
    }
  }
}
