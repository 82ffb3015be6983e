/** Puts what an audit of the sample application really prints into the README: `npm run update`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The findings to show. */
const shown = ['`coverOf`', '`hashPassword`', '`slowDown`'];
const place = /(<!-- sample -->\n+```text\n)[^]*?(```\n+<!-- \/sample -->)/;

export function updatedReadme(readme: string): string {
  const excerpt = excerptOf(auditOfSamples());
  return readme.replace(place, (_, start: string, end: string) => `${start}${excerpt}\n${end}`);
}

function auditOfSamples(): string {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'audit', 'samples', '--fail-on', 'never', '--no-cache'];
  return execFileSync(process.execPath, command, { encoding: 'utf8' });
}

/** A report is paragraphs: findings, the first of a file below its name, and at the end a summary. */
function excerptOf(report: string): string {
  const paragraphs = report.trim().split(/\n\n+/);
  const summary = paragraphs.findIndex((paragraph) => /^ +error +warning/.test(paragraph));
  let heading = '';
  const findings = paragraphs.slice(0, summary).flatMap((paragraph) => {
    const [, file, finding = paragraph] = /^(\S.*)\n([^]*)$/.exec(paragraph) ?? [];
    if (file !== undefined) heading = `${file}\n`;
    if (!shown.some((name) => finding.includes(name))) return [];
    const text = heading + finding;
    heading = '';
    return [text];
  });
  return [...findings, ...paragraphs.slice(summary)].join('\n\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('README.md', updatedReadme(readFileSync('README.md', 'utf8')));
}
