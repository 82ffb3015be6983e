import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Report } from '../model/report.ts';
import {
  methods,
  type AuditParams,
  type AuditResult,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
  type FileParams,
  type FindingsParams,
  type FindingsResult,
  type FindingView,
  type FolderAudit,
} from '../protocol/messages.ts';
import { loadReporter } from '../reporters/formats.ts';
import { ruleInfos } from '../session/about.ts';
import { readPageAssets } from '../workspace/package-files.ts';
import { readSourceLines } from '../workspace/source-lines.ts';
import { fileAt, type Context } from './context.ts';
import type { Folder } from './folder.ts';
import { whySilent } from './silence.ts';
import { viewOf } from './views.ts';

/** Answers the requests about whole folders. */
export function serveAudits(context: Context): void {
  const { connection } = context;
  connection.onRequest(methods.audit, (params: AuditParams | null, token: CancellationToken) =>
    audit(context, params ?? {}, token),
  );
  connection.onRequest(methods.auditFile, (params: FileParams) => auditFile(context, params));
  connection.onRequest(methods.findings, (params: FindingsParams | null) => findings(context, params ?? {}));
  connection.onRequest(methods.exportReport, (params: ExportParams, token: CancellationToken) =>
    exportReport(context, params, token),
  );
}

async function audit(context: Context, params: AuditParams, token: CancellationToken): Promise<AuditResult> {
  const reports = await reportsOf(context, chosen(context, params.folders), token, params.workDoneToken);
  return {
    findings: reports.flatMap(({ folder, report }) => views(context, folder, report.findings)),
    folders: reports.map(({ folder, report }) => summaryOf(folder, report)),
  };
}

async function auditFile(context: Context, { uri }: FileParams): Promise<AuditResult> {
  const ref = fileAt(context, uri);
  if (!ref) return { findings: [], folders: [] };
  const { folder, file } = ref;
  await folder.settled();
  const session = folder.project?.session;
  const isKnown = session?.facts(file) !== undefined;
  const reason = (await whySilent(ref)) ?? (isKnown ? undefined : 'It has not been read.');
  const summary: FolderAudit = {
    uri: folder.uri,
    name: folder.name,
    analysedFiles: session && reason === undefined ? 1 : 0,
    skipped: reason === undefined ? [] : [{ path: file, reason }],
    warnings: folder.project?.warnings ?? [],
  };
  return { findings: views(context, folder, session?.findings(file) ?? []), folders: [summary] };
}

function findings(context: Context, { uri }: FindingsParams): FindingsResult {
  const ref = uri === undefined ? undefined : fileAt(context, uri);
  const folders = uri === undefined ? context.folders.workspace() : ref ? [ref.folder] : [];
  const found = folders.flatMap((folder) => {
    const files = ref ? [ref.file] : (folder.project?.host.files() ?? []);
    return files.flatMap((file) => views(context, folder, folder.project?.session.findings(file) ?? []));
  });
  return { complete: folders.every(({ state }) => state === 'ready' || state === 'disabled'), findings: found };
}

const extensions: Readonly<Record<ExportFormat, string>> = {
  html: 'html',
  sarif: 'sarif',
  markdown: 'md',
  json: 'json',
};

async function exportReport(
  context: Context,
  { format, folder: uri }: ExportParams,
  token: CancellationToken,
): Promise<ExportResult> {
  const folders = chosen(context, uri === undefined ? undefined : [uri]);
  const reporter = await loadReporter(format);
  const assets = format === 'html' ? await readPageAssets() : undefined;
  const reports = [];
  for (const { folder, report } of await reportsOf(context, folders, token)) {
    const text = reporter(report, {
      rules: ruleInfos(),
      ...(assets && {
        assets,
        readLine: await readSourceLines(report),
        advice: (await folder.project?.session.adviseFirst(report.findings)) ?? [],
      }),
    });
    const suffix = folders.length > 1 ? `-${folder.name.replaceAll(/[^\w.-]+/g, '-')}` : '';
    reports.push({ folder: folder.uri, fileName: `loopwise-report${suffix}.${extensions[format]}`, text });
  }
  return { reports };
}

/** Waits until everything is indexed, and says how far it is. */
async function reportsOf(
  context: Context,
  folders: readonly Folder[],
  token: CancellationToken,
  workDoneToken?: string | number,
): Promise<{ readonly folder: Folder; readonly report: Report }[]> {
  const progress = context.connection.window.attachWorkDoneProgress(workDoneToken);
  const tell = (): void => {
    const { done, total } = sumOf(folders);
    const percentage = total === 0 ? 0 : Math.floor((100 * done) / total);
    if (total > 0) progress.report(percentage, `${count(done)} of ${count(total)} files`);
  };
  progress.begin('Loopwise: audit', 0, 'looking for files', true);
  const stops = folders.map((folder) => folder.onProgress(tell));
  try {
    const reports = [];
    for (const folder of folders) {
      await Promise.race([folder.indexed(), cancelled(token)]);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const project = folder.project;
      if (!project) continue;
      const report = await project.session.audit();
      const skipped = [...project.host.skipped, ...report.skipped];
      reports.push({ folder, report: { ...report, skipped, warnings: [...report.warnings, ...project.warnings] } });
    }
    return reports;
  } finally {
    for (const stop of stops) stop();
    progress.done();
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

function sumOf(folders: readonly Folder[]): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const { progress } of folders) {
    done += progress?.done ?? 0;
    total += progress?.total ?? 0;
  }
  return { done, total };
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function chosen({ folders }: Context, uris: readonly string[] | undefined): readonly Folder[] {
  return folders.workspace().filter(({ uri }) => uris?.some((one) => sameFolder(one, uri)) ?? true);
}

function sameFolder(a: string, b: string): boolean {
  return decodeURIComponent(a).replace(/\/$/, '') === decodeURIComponent(b).replace(/\/$/, '');
}

function views(context: Context, folder: Folder, found: Report['findings']): FindingView[] {
  return found.flatMap((finding) => viewOf(context, folder, finding) ?? []);
}

function summaryOf({ uri, name }: Folder, { analysedFiles, skipped, warnings }: Report): FolderAudit {
  return { uri, name, analysedFiles, skipped: skipped.map(({ file, reason }) => ({ path: file, reason })), warnings };
}
