import type { Finding, Severity } from '../model/finding.ts';
import { activeFindings } from './findings.ts';
import { printable } from './printable.ts';
import type { Reporter } from './types.ts';
import { asides, headline, isIndirect, placeOf } from './words.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: an annotation a finding, then the headline in the log. */
export const toGithub: Reporter = (report, context) => {
  const prefix = context.pathPrefix ?? '';
  const lines = [
    ...activeFindings(report).map((finding) => annotation(finding, prefix)),
    ...report.skipped.map(({ file, reason, at }) =>
      command('notice', { file: prefix + file, ...(at && { line: at[0] + 1 }), title: 'Loopwise: skipped' }, reason),
    ),
    ...report.unusedDirectives.map(({ file, at, text }) =>
      command(
        'warning',
        { file: prefix + file, line: at[0] + 1, title: 'Loopwise: unused directive' },
        `${text} suppresses nothing.`,
      ),
    ),
    ...report.warnings.map((warning) => command('warning', { title: 'Loopwise' }, warning)),
    [headline(report), ...asides(report, context)].join('; '),
  ];
  return `${lines.join('\n')}\n`;
};

function annotation(finding: Finding, prefix: string): string {
  const [line, character, endLine, endCharacter] = finding.range;
  const properties = {
    file: prefix + finding.file,
    line: line + 1,
    endLine: endLine + 1,
    // GitHub rejects columns of an annotation that spans lines.
    ...(line === endLine && { col: character + 1, endColumn: endCharacter + 1 }),
    title: `Loopwise ${finding.rule} (${finding.verdict})`,
  };
  return command(commands[finding.severity], properties, messageOf(finding));
}

function messageOf(finding: Finding): string {
  const steps = isIndirect(finding)
    ? finding.path.map((step) => `  ${step.file}:${placeOf(step.at)} ${step.call}`)
    : [];
  const { instead } = finding.operation;
  return [finding.message, ...steps, ...(instead === undefined ? [] : [instead]), ...finding.notes]
    .map(printable)
    .join('\n');
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${pairs.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
