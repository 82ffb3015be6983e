import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../model/finding.ts';
import type { UnusedDirective } from '../model/report.ts';
import type { DiagnosticData } from '../protocol/messages.ts';
import { rulePage } from '../session/about.ts';
import type { ConfigProblem } from '../workspace/config.ts';
import { currentPlace, type Context, type FileRef } from './context.ts';
import { activeFindings, type PlacedFinding } from './findings-at.ts';
import type { Folder } from './folder.ts';
import { toLsp } from './ranges.ts';

const source = 'loopwise';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is to be shown in a file now: its findings, without those that a directive suppresses, and idle directives. */
export function diagnosticsOf(context: Context, ref: FileRef): Diagnostic[] {
  const idle = ref.folder.project?.session.unusedDirectives(ref.file) ?? [];
  return [
    ...activeFindings(context, ref).map((placed) => toDiagnostic(context, ref.folder, placed)),
    ...idle.flatMap((unused) => ofDirective(context, ref.folder, unused) ?? []),
  ];
}

function toDiagnostic(context: Context, folder: Folder, { finding, place }: PlacedFinding): Diagnostic {
  const data: DiagnosticData = { kind: 'finding', id: finding.fingerprint, rule: finding.rule };
  return {
    range: toLsp(place.at),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source,
    message: finding.message,
    relatedInformation: stepsOf(context, folder, finding),
    data,
  };
}

/** The steps below the finding's own place, down to the operation. */
function stepsOf(context: Context, folder: Folder, { path, operation }: Finding): DiagnosticRelatedInformation[] {
  return path.slice(1).flatMap((step, index) => {
    const place = currentPlace(context, folder, step.file, step.at);
    if (!place) return [];
    const isLast = index === path.length - 2;
    const what = isLast ? `\`${step.call}\`, which ${operation.does}` : `\`${step.call}\``;
    return [{ location: { uri: place.uri, range: toLsp(place.at) }, message: `\`${step.caller}\` calls ${what}` }];
  });
}

function ofDirective(context: Context, folder: Folder, { file, at, text }: UnusedDirective): Diagnostic | undefined {
  const place = currentPlace(context, folder, file, at);
  if (!place) return undefined;
  const data: DiagnosticData = { kind: 'unused-directive', id: text };
  return {
    range: toLsp(place.at),
    severity: DiagnosticSeverity.Information,
    code: 'unused-directive',
    source,
    message: `\`${text}\` suppresses nothing.`,
    tags: [DiagnosticTag.Unnecessary],
    data,
  };
}

/** Mistakes in a config file. */
export function problemsOf(problems: readonly ConfigProblem[]): Diagnostic[] {
  return problems.map(({ line, column, message }) => {
    const at = { line: line - 1, character: column - 1 };
    return { range: { start: at, end: at }, severity: DiagnosticSeverity.Error, source, message };
  });
}
