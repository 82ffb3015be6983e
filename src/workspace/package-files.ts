import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const bundled = basename(here) === 'dist';
const packageRoot = bundled ? dirname(here) : join(here, '../..');

/** The page of a rule, as Markdown. */
export function readRulePage(rule: string): Promise<string> {
  return readFile(join(packageRoot, 'docs/rules', `${rule}.md`), 'utf8');
}

/** What the HTML report inlines. The build puts copies beside the bundle. */
export async function readPageAssets(): Promise<{ styles: string; script: string }> {
  const own = bundled ? join(here, 'html') : join(packageRoot, 'src/reporters/html');
  const charts = bundled ? join(own, 'charts.css') : createRequire(import.meta.url).resolve('charts.css');
  const [chartStyles, ownStyles, script] = await Promise.all(
    [charts, join(own, 'report.css'), join(own, 'report.js')].map((file) => readFile(file, 'utf8')),
  );
  return { styles: `${chartStyles}\n${ownStyles}`, script: script ?? '' };
}
