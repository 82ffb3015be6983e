import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';

/** One thing that a fixture's line says, or that a report says of the line. */
interface Mark {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** A rule, or `unused-directive`, or `skipped`. */
  readonly rule: string;
  /** A severity, or `suppressed`. An expectation without one takes any severity, but no suppressed finding. */
  readonly severity?: string;
  /** Canonical name of the operation. */
  readonly operation?: string;
}

const comment = /(?:\/\/|\/\*|<!--|#)\s*expect:\s*(.*)$/;
const item = /^([\w-]+)(?:@([\w-]+))?(?:\s+(\S+))?$/;

/** Reads `// expect: blocking-io@hint node:fs.readFileSync, heavy-call` from the ends of lines. */
export function expectedMarks(file: string, source: string): Mark[] {
  return source.split(/\r?\n/).flatMap((text, index) => {
    const list = comment.exec(text)?.[1]?.replace(/\s*(?:\*\/\s*\}?|-->)\s*$/, '');
    return list === undefined ? [] : list.split(',').map((entry) => parseMark(file, index + 1, entry.trim()));
  });
}

function parseMark(file: string, line: number, text: string): Mark {
  const [, rule, severity, operation] = item.exec(text) ?? [];
  if (rule === undefined) throw new Error(`${file}:${line}: cannot read the expectation "${text}"`);
  return { file, line, rule, ...(severity && { severity }), ...(operation && { operation }) };
}

/** All that a report says, in the terms of fixtures. */
export function reportedMarks(report: Report): Mark[] {
  return [
    ...report.findings.map(markOf),
    ...report.unusedDirectives.map(({ file, at }) => ({ file, line: at[0] + 1, rule: 'unused-directive' })),
    ...report.skipped.map(({ file }) => ({ file, line: 1, rule: 'skipped' })),
  ];
}

function markOf(finding: Finding): Mark {
  return {
    file: finding.file,
    line: finding.range[0] + 1,
    rule: finding.rule,
    severity: finding.suppression ? 'suppressed' : finding.severity,
    operation: finding.operation.name,
  };
}

/** What is missing and what is too much, a line each; empty when both agree. */
export function differences(expected: readonly Mark[], reported: readonly Mark[]): string[] {
  const left = [...reported];
  const lines: { mark: Mark; text: string }[] = [];
  // Expectations that say more choose first, so that `blocking-io` does not take what `blocking-io fs.x` needs.
  for (const mark of [...expected].sort((a, b) => detail(b) - detail(a))) {
    const match = left.findIndex((other) => agrees(mark, other));
    if (match >= 0) left.splice(match, 1);
    else lines.push({ mark, text: `${place(mark)}  expected ${say(mark)}, got ${nearby(mark, reported)}` });
  }
  for (const mark of left) lines.push({ mark, text: `${place(mark)}  expected nothing more, got ${say(mark)}` });
  return lines.sort((a, b) => compareMarks(a.mark, b.mark)).map(({ text }) => text);
}

function agrees(expected: Mark, got: Mark): boolean {
  if (expected.file !== got.file || expected.line !== got.line || expected.rule !== got.rule) return false;
  if (expected.operation !== undefined && expected.operation !== got.operation) return false;
  return expected.severity === undefined ? got.severity !== 'suppressed' : expected.severity === got.severity;
}

function nearby(mark: Mark, reported: readonly Mark[]): string {
  const same = reported.filter(({ file, line }) => file === mark.file && line === mark.line);
  return same.length === 0 ? 'nothing' : same.map(say).join(', ');
}

function detail(mark: Mark): number {
  return (mark.operation === undefined ? 0 : 2) + (mark.severity === undefined ? 0 : 1);
}

function compareMarks(a: Mark, b: Mark): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}

function place(mark: Mark): string {
  return `${mark.file}:${mark.line}`;
}

function say(mark: Mark): string {
  return `${mark.rule}${mark.severity === undefined ? '' : `@${mark.severity}`} ${mark.operation ?? ''}`.trimEnd();
}
