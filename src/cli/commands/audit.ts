import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Advice } from '../../model/advice.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { quantity } from '../../reporters/findings.ts';
import type { PartsAudit } from '../../session/audit-parts.ts';
import type { AuditOptions } from '../audit-options.ts';
import { compareWithBaseline, readBaseline, readBaselineIfAny, writeBaseline, type InScope } from '../baseline.ts';
import { changedFiles, touches } from '../changed-files.ts';
import { UserError, type ExitCode } from '../errors.ts';
import { defaultBar, exitCodeOf } from '../exit-code.ts';
import { openProject, rootOf, type OpenProject } from '../open-project.ts';
import { say } from '../output.ts';
import { fewPlaces } from '../shared-operations.ts';
import { startProgress } from '../progress.ts';
import { statsOf } from '../run-stats.ts';
import { showReport } from '../show-report.ts';

/** Audits a project and prints the report. */
export async function audit(paths: readonly string[], options: AuditOptions): Promise<ExitCode> {
  const { baseline: file, changedSince } = options;
  if (options.updateBaseline && file === undefined) throw new UserError('--update-baseline needs --baseline FILE');
  // What can be wrong is looked at before the work begins.
  const known = file === undefined || options.updateBaseline ? undefined : await readBaseline(file);
  const changed = changedSince === undefined ? undefined : await changedFiles(rootOf(paths), changedSince);

  const { project, report: whole, partOf } = await analyse(paths, options);
  const bar = options.failOn ?? project.config.failOn ?? defaultBar;
  const { report, hints } = options.hints || bar === 'hint' ? { report: whole, hints: 0 } : withoutHints(whole);
  const saving = project.host.save();
  const inScope = scopeOf(project, options);
  if (file !== undefined && options.updateBaseline) {
    await Promise.all([updateBaseline(file, report, inScope), saving]);
    return exitCodeOf(report, 'never', 0);
  }
  const compared = known && compareWithBaseline(report.findings, known, inScope);
  const scope = changed && changedOnly(compared?.fresh ?? report.findings, report, changed);
  const shown = { ...report, ...(compared && { findings: compared.fresh }), ...scope };
  const extras = {
    ...(compared && { baseline: { file: file ?? '', known: compared.known, fixed: compared.fixed } }),
    ...(changedSince !== undefined && { scope: `changed since ${changedSince}` }),
    ...(hints > 0 && { hints }),
  };
  const told = options.allPlaces ? shown.findings : fewPlaces(shown.findings);
  const places = shown.findings.length - told.length;
  const advice = options.format === 'html' ? await adviceOn(project, partOf, told) : [];
  await showReport({ ...shown, findings: told }, { ...extras, advice, ...(places > 0 && { places }) }, options);
  await saving;
  if (report.analysedFiles === 0) say(nothingAnalysed(project, report));
  return exitCodeOf(shown, bar, options.maxFindings);
}

async function analyse(
  paths: readonly string[],
  options: AuditOptions,
): Promise<{ project: OpenProject; report: Report; partOf: PartsAudit['partOf'] }> {
  const started = performance.now();
  const progress = await startProgress();
  try {
    const onProgress = (done: number, total: number) => progress.update(done, total);
    const project = await openProject(paths, { ...options, onProgress });
    const { report, sizes, partOf } = await project.audit();
    return {
      project,
      partOf,
      report: {
        ...report,
        // All rules ran: a directive for another rule is in use.
        findings: report.findings.filter(({ rule }) => options.rule?.includes(rule) ?? true),
        skipped: [...project.host.skipped, ...report.skipped],
        warnings: [...report.warnings, ...project.warnings],
        ...(options.stats && { stats: statsOf(project.host, sizes, options.engine, started) }),
      },
    };
  } finally {
    progress.stop();
  }
}

/** What is said of a function hangs on all files of its part. */
async function adviceOn(
  { session }: OpenProject,
  partOf: PartsAudit['partOf'],
  findings: readonly Finding[],
): Promise<readonly Advice[]> {
  const files = new Set(findings.flatMap(({ file }) => partOf(file)));
  await session.update([...files].map((file) => ({ file, kind: 'created' })));
  return session.adviseFirst(findings);
}

/** Nobody waits for what hints speak of: they are for those who ask. */
function withoutHints(report: Report): { report: Report; hints: number } {
  const isHint = ({ severity, suppression }: Finding): boolean => severity === 'hint' && suppression === undefined;
  const findings = report.findings.filter((finding) => !isHint(finding));
  return { report: { ...report, findings }, hints: report.findings.length - findings.length };
}

/** What was not looked at in this run is neither fixed nor forgotten; a file that is gone is fixed. */
function scopeOf({ host }: OpenProject, { rule: rules }: AuditOptions): InScope {
  const files = new Set(host.files());
  return ({ file, rule }) =>
    (!rules || rules.some((id) => id === rule)) && (files.has(file) || !existsSync(join(host.root, file)));
}

async function updateBaseline(file: string, report: Report, inScope: InScope): Promise<void> {
  const kept = (await readBaselineIfAny(file)).filter((entry) => !inScope(entry));
  const count = await writeBaseline(file, report.findings, kept);
  say(`loopwise: ${file} knows ${quantity(count, 'finding')} now`);
}

/** Everything was analysed, for a change in one file can make a finding in another. */
function changedOnly(
  findings: Report['findings'],
  { unusedDirectives }: Report,
  changed: ReadonlySet<string>,
): Pick<Report, 'findings' | 'unusedDirectives'> {
  return {
    findings: findings.filter((finding) => touches(changed, finding)),
    unusedDirectives: unusedDirectives.filter(({ file }) => changed.has(file)),
  };
}

function nothingAnalysed({ host }: OpenProject, { skipped }: Report): string {
  const [first] = skipped;
  const left = [...host.discovery.leftOut].map(([kind, [path = '', ...more]]) => {
    return `${path}${more.length > 0 ? ` and ${more.length} more` : ''} (${kind})`;
  });
  const why = first
    ? `${first.file}: ${first.reason}${skipped.length > 1 ? `, and ${skipped.length - 1} more` : ''}`
    : left.length === 0
      ? 'there are no JavaScript, TypeScript or Python files'
      : `left out by default: ${left.join(', ')}; what is named is looked at`;
  return `loopwise: nothing was analysed (${why})`;
}
