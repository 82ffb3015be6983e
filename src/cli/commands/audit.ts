import { resolve } from 'node:path';
import type { Report, ReportStats } from '../../model/report.ts';
import { loadReporter } from '../../reporters/formats.ts';
import type { BaselineOutcome, ReportContext } from '../../reporters/types.ts';
import type { AuditOptions } from '../audit-options.ts';
import { compareWithBaseline, readBaseline, readBaselineIfAny, writeBaseline, type InScope } from '../baseline.ts';
import { changedFiles, touches } from '../changed-files.ts';
import type { ProjectSizes } from '../../session/session.ts';
import { UserError, type ExitCode } from '../errors.ts';
import { defaultBar, exitCodeOf } from '../exit-code.ts';
import { openProject, type OpenProject } from '../open-project.ts';
import { print, say, writeReport } from '../output.ts';
import { readPageAssets } from '../package-files.ts';
import { startProgress } from '../progress.ts';
import { ruleInfos } from '../rule-infos.ts';
import { readSourceLines } from '../source-lines.ts';
import { wantsColors, widthOf } from '../terminal.ts';

/** Audits a project and prints the report. */
export async function audit(paths: readonly string[], options: AuditOptions): Promise<ExitCode> {
  const started = performance.now();
  if (options.updateBaseline && options.baseline === undefined) {
    throw new UserError('--update-baseline needs --baseline FILE');
  }
  const progress = await startProgress();
  let project: OpenProject;
  let full: Report;
  try {
    project = await openProject(paths, {
      ...options,
      rules: options.rule,
      onProgress: (done, total) => {
        progress.update(done, total);
      },
    });
    full = await project.session.audit();
  } finally {
    progress.stop();
  }
  const report = withRunFacts(full, project, options, started);
  const saving = project.host.save();
  const narrowed = await narrow(report, options);
  const baseline = await applyBaseline(narrowed.report, options);
  await output(baseline.report, { ...narrowed.context, ...baseline.context }, options);
  await saving;
  if (report.analysedFiles === 0) say(nothingAnalysed(project));
  return options.updateBaseline
    ? exitCodeOf(report, 'never', 0)
    : exitCodeOf(baseline.report, options.failOn ?? project.config.failOn ?? defaultBar, options.maxFindings);
}

function withRunFacts(
  report: Report,
  { host, session, warnings }: OpenProject,
  options: AuditOptions,
  started: number,
): Report {
  return {
    ...report,
    skipped: [...host.skipped, ...report.skipped],
    warnings: [...report.warnings, ...warnings],
    ...(options.stats && { stats: statsOf(host, session.sizes(), options, started) }),
  };
}

function statsOf(host: OpenProject['host'], sizes: ProjectSizes, options: AuditOptions, started: number): ReportStats {
  const known = host.stages.reduce((sum, [, time]) => sum + time, 0);
  const { maxRSS } = process.resourceUsage();
  return {
    ...sizes,
    fromCache: host.counts.fromCache,
    threads: host.counts.threads,
    engine: options.engine ?? 'default',
    stages: [...host.stages, ['link and judge', performance.now() - started - known]],
    peakMemory: maxRSS * 1024,
  };
}

interface Narrowed {
  readonly report: Report;
  readonly context: Partial<ReportContext>;
}

/** Only what the changes since a revision touch; everything was analysed all the same. */
async function narrow(report: Report, { changedSince }: AuditOptions): Promise<Narrowed> {
  if (changedSince === undefined) return { report, context: {} };
  const changed = await changedFiles(report.root, changedSince);
  return {
    report: {
      ...report,
      findings: report.findings.filter((finding) => touches(changed, finding)),
      unusedDirectives: report.unusedDirectives.filter(({ file }) => changed.has(file)),
    },
    context: { scope: `changed since ${changedSince}` },
  };
}

async function applyBaseline(report: Report, options: AuditOptions): Promise<Narrowed> {
  const { baseline: file } = options;
  if (file === undefined) return { report, context: {} };
  const inScope: InScope = ({ rule }) =>
    options.changedSince === undefined && (!options.rule || options.rule.some((id) => id === rule));
  if (options.updateBaseline) {
    const kept = (await readBaselineIfAny(file)).filter((entry) => !inScope(entry));
    await writeBaseline(file, report.findings, kept);
    return { report, context: {} };
  }
  const { fresh, known, fixed } = compareWithBaseline(report.findings, await readBaseline(file), inScope);
  const outcome: BaselineOutcome = { file, known, fixed };
  return { report: { ...report, findings: fresh }, context: { baseline: outcome } };
}

async function output(report: Report, context: Partial<ReportContext>, options: AuditOptions): Promise<void> {
  const { format, output: file } = options;
  const toFile = file !== undefined;
  const width = toFile ? undefined : widthOf(process.stdout);
  const text = (await loadReporter(format))(report, {
    rules: ruleInfos(),
    ...context,
    colors: format === 'text' && !toFile && wantsColors(options.color, process.stdout),
    ...(width !== undefined && { width }),
    ...((format === 'text' || format === 'html') && { readLine: await readSourceLines(report) }),
    ...(format === 'html' && { assets: await readPageAssets() }),
  });
  if (!toFile) return print(text);
  await writeReport(file, text);
  say(`loopwise: the report is in ${resolve(file)}`);
}

function nothingAnalysed({ host }: OpenProject): string {
  const left = [...host.discovery.leftOut].map(([kind, count]) => `${count} ${kind}`).join(', ');
  const why = left === '' ? 'there are no JavaScript or TypeScript files' : `left out by default: ${left}`;
  return `loopwise: nothing was analysed (${why})`;
}
