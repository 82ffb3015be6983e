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
import type { Documents } from './documents.ts';
import type { Folder } from './folder.ts';
import { currentPlace } from './places.ts';
import { toLsp } from './ranges.ts';

const source = 'loopwise';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is to be shown in a file now: its findings, without those that a directive suppresses, and idle directives. */
export function diagnosticsOf(folder: Folder, documents: Documents, file: string): Diagnostic[] {
  const { project } = folder;
  if (!project) return [];
  const findings = project.session.findings(file).filter(({ suppression }) => !suppression);
  return [
    ...findings.flatMap((finding) => toDiagnostic(folder, documents, finding) ?? []),
    ...project.session.unusedDirectives(file).flatMap((unused) => ofDirective(folder, documents, unused) ?? []),
  ];
}

function toDiagnostic(folder: Folder, documents: Documents, finding: Finding): Diagnostic | undefined {
  const place = currentPlace(folder, documents, finding.file, finding.range);
  if (!place) return undefined;
  const data: DiagnosticData = { kind: 'finding', id: finding.fingerprint, rule: finding.rule };
  return {
    range: toLsp(place.at),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source,
    message: finding.message,
    relatedInformation: stepsOf(folder, documents, finding),
    data,
  };
}

/** The steps below the finding's own place, down to the operation. */
function stepsOf(folder: Folder, documents: Documents, { path, operation }: Finding): DiagnosticRelatedInformation[] {
  return path.slice(1).flatMap((step, index) => {
    const place = currentPlace(folder, documents, step.file, step.at);
    if (!place) return [];
    const isLast = index === path.length - 2;
    const what = isLast ? `\`${step.call}\`, which ${operation.does}` : `\`${step.call}\``;
    return [{ location: { uri: place.uri, range: toLsp(place.at) }, message: `\`${step.caller}\` calls ${what}` }];
  });
}

function ofDirective(
  folder: Folder,
  documents: Documents,
  { file, at, text }: UnusedDirective,
): Diagnostic | undefined {
  const place = currentPlace(folder, documents, file, at);
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
