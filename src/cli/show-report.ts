import { relative, sep } from 'node:path';
import type { Report } from '../model/report.ts';
import { loadReporter } from '../reporters/formats.ts';
import type { ReportContext } from '../reporters/types.ts';
import { ruleInfos } from '../session/about.ts';
import { readPageAssets } from '../workspace/package-files.ts';
import { readSourceLines } from '../workspace/source-lines.ts';
import type { AuditOptions } from './audit-options.ts';
import { print, say, writeReport } from './output.ts';
import { wantsColors, widthOf } from './terminal.ts';

type Extras = Pick<ReportContext, 'baseline' | 'scope' | 'hints' | 'places' | 'advice'>;

/** Renders the report and sends it where it is wanted. */
export async function showReport(report: Report, extras: Extras, options: AuditOptions): Promise<void> {
  const { format, output: file } = options;
  const reporter = await loadReporter(format);
  const width = file === undefined ? widthOf(process.stdout) : undefined;
  const text = reporter(report, {
    rules: ruleInfos(),
    ...extras,
    colors: options.color ?? (file === undefined && wantsColors(undefined, process.stdout)),
    ...(width !== undefined && { width }),
    ...(format === 'github' && { pathPrefix: pathPrefix(report.root) }),
    ...((format === 'text' || format === 'html') && { readLine: await readSourceLines(report) }),
    ...(format === 'html' && { assets: await readPageAssets() }),
  });
  if (file === undefined) return print(text);
  await writeReport(file, text);
  say(`loopwise: the report is in ${file}`);
}

/** GitHub counts paths of annotations from the repository's root, which need not be where the audit runs. */
function pathPrefix(root: string): string {
  const { GITHUB_WORKSPACE } = process.env;
  if (!GITHUB_WORKSPACE) return '';
  const path = relative(GITHUB_WORKSPACE, root).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
