import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { run } from '../../../tools/packaging/run.ts';
import { cached, installLocked, lockedPackages } from './cache.ts';

const common = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** For the record: which one ran. */
  readonly name: string;
}

/**
 * Starts the browser that `CHROMIUM_PATH` names, else the one that is installed, else the one from the package registry
 * (`CHROMIUM_PATH=npm` says so at once).
 */
export async function launchBrowser(): Promise<LaunchedBrowser> {
  const wanted = process.env['CHROMIUM_PATH'];
  const installed = wanted === 'npm' ? undefined : (wanted ?? installedBrowser());
  if (installed !== undefined) {
    const browser = await chromium.launch({ executablePath: installed, args: [...common, '--headless=new'] });
    return { browser, name: `${installed} ${browser.version()}` };
  }
  const folder = await packagedBrowser();
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']];
  const browser = await chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...common, '--headless=shell', '--no-zygote'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      ...(!existsSync('/etc/fonts') && { FONTCONFIG_PATH: folder }),
    },
  });
  return { browser, name: `@sparticuz/chromium ${browser.version()}` };
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(existsSync);
}

/** It brings the few libraries and fonts along that a machine without a desktop lacks. */
async function packagedBrowser(): Promise<string> {
  const { manifest, lock } = lockedPackages('browser');
  return cached('chromium', manifest + lock, async (folder) => {
    await installLocked('browser', folder);
    const from = join(folder, 'node_modules/@sparticuz/chromium/bin');
    for (const name of readdirSync(from)) {
      const to = join(folder, basename(name, '.br'));
      writeFileSync(to, brotliDecompressSync(readFileSync(join(from, name))));
      if (to.endsWith('.tar')) await run('tar', ['xf', to], folder);
    }
    chmodSync(join(folder, 'chromium'), 0o755);
    rmSync(join(folder, 'node_modules'), { recursive: true });
  });
}
