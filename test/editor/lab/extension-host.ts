import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { SuiteResult } from '../suite/result.ts';
import { launchBrowser } from './browser.ts';
import { cacheFolder, repository } from './cache.ts';
import { packedExtension, scratchCopy } from './extension.ts';
import { startVsCode } from './vscode-server.ts';

export interface HostRun {
  /** Which VS Code it was. */
  readonly name: string;
  readonly results: readonly SuiteResult[];
  /** Milliseconds. */
  readonly activation: number;
}

export interface Place {
  readonly extension: string;
  /** The file whose `run` the extension host calls. */
  readonly tests: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How long all suites together may take. */
const limit = 6 * 60_000;
const offline = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/;

/**
 * Runs the suites in an extension host. `VSCODE_TEST` says in which: `desktop`, `npm`, or `auto` (the default), which is the
 * desktop build where there is a screen and it can be downloaded.
 */
export async function runInExtensionHost(): Promise<HostRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'loopwise-host-'));
  const sample = scratchCopy('samples');
  const results = join(scratch, 'results.json');
  const activation = join(scratch, 'activation');
  try {
    const [{ folder: extension }, tests] = await Promise.all([packedExtension(), bundleSuite('index')]);
    const env = { LOOPWISE_EDITOR_RESULTS: results, LOOPWISE_ACTIVATION: activation };
    const name = await choose({ extension, tests, folder: sample.folder, env });
    return {
      name,
      results: JSON.parse(readFileSync(results, 'utf8')) as SuiteResult[],
      activation: Number(readFileSync(activation, 'utf8')),
    };
  } finally {
    sample.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function choose(place: Place): Promise<string> {
  const wanted = process.env['VSCODE_TEST'] ?? 'auto';
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined;
  if (wanted === 'npm' || (wanted === 'auto' && !hasScreen)) return runInPackagedBuild(place);
  try {
    return await runInDesktopBuild(place);
  } catch (error) {
    if (wanted === 'desktop' || !offline.test(String(error))) throw error;
    return runInPackagedBuild(place);
  }
}

async function runInDesktopBuild({ extension, tests, folder, env }: Place): Promise<string> {
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const version = '1.101.2';
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: join(cacheFolder, 'desktop') });
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
  });
  return `the desktop build of VS Code ${version}`;
}

/** In the build from packages; fails if `run` fails. */
export async function runInPackagedBuild({ extension, tests, folder, env }: Place): Promise<string> {
  const server = await startVsCode({ testDriver: true, env });
  try {
    const { browser, name } = await launchBrowser();
    try {
      const page = await browser.newPage();
      const said: string[] = [];
      const ended = new Promise<number>((resolve) => {
        void page.exposeFunction('codeAutomationExit', resolve);
      });
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => said.push(args.join(' ')));
      const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${path}`;
      const payload = [
        ['extensionDevelopmentPath', remote(extension)],
        ['extensionTestsPath', remote(tests)],
        ['skipWelcome', 'true'],
      ];
      const query = `folder=${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
      await page.goto(`http://127.0.0.1:${server.port}/?${query}`);
      const code = await Promise.race([ended, timeout()]);
      if (code !== 0) throw new Error(`The suites ended with ${code}.\n${said.slice(-30).join('\n')}\n${server.log()}`);
      return `VS Code ${server.vscode.version} from packages, in ${name}`;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

function timeout(): Promise<number> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The suites took more than ${limit / 60_000} minutes.`)), limit).unref();
  });
}

/** One file that an extension host of any version loads. */
export async function bundleSuite(name: string): Promise<string> {
  const outfile = join(cacheFolder, 'suite', `${name}.cjs`);
  await build({
    absWorkingDir: repository,
    entryPoints: [`test/editor/suite/${name}.ts`],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'silent',
  });
  return outfile;
}
