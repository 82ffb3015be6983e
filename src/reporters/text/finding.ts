import type { Finding } from '../../model/finding.ts';
import type { ReportContext } from '../types.ts';
import { entryPhrase, estimatePhrase, isIndirect, placeOf, verdictPhrase } from '../words.ts';
import { excerpt } from './excerpt.ts';
import { padEnd, padStart, widest, wrap } from './layout.ts';
import type { Palette } from './palette.ts';
import { printable } from '../printable.ts';

export interface Layout {
  readonly width: number;
  /** Width of the widest `line:column` of the file. */
  readonly placeWidth: number;
  readonly palette: Palette;
  readonly readLine: ReportContext['readLine'];
}

const indent = '    ';

/** One finding: what and where, the source, then what a reader asks next, a labelled line each. */
export function renderFinding(finding: Finding, layout: Layout): string[] {
  const source = layout.readLine?.(finding.file, finding.range[0]);
  const paint = layout.palette.severity[finding.severity];
  return [
    ...titleOf(finding, layout),
    ...(source === undefined
      ? []
      : excerpt(source, finding.range, layout.width - indent.length, paint, layout.palette).map(
          (line) => indent + line,
        )),
    ...detailsOf(finding, layout),
    '',
  ];
}

function titleOf(finding: Finding, layout: Layout): string[] {
  const { palette, placeWidth, width } = layout;
  const label = finding.severity === 'information' ? 'info' : finding.severity;
  const place = padStart(placeOf(finding.range), placeWidth);
  const left = `  ${place}  ${padEnd(label, 'warning'.length)}  `;
  const [first = '', ...rest] = wrap(`${printable(finding.message)}  ${finding.rule}`, width - left.length);
  const paintRule = (text: string) =>
    text.endsWith(finding.rule)
      ? paintCode(text.slice(0, -finding.rule.length), palette) + palette.faint(finding.rule)
      : paintCode(text, palette);
  return [
    `  ${palette.faint(place)}  ${palette.severity[finding.severity](padEnd(label, 'warning'.length))}  ${paintRule(first)}`,
    ...rest.map((line) => ' '.repeat(left.length) + paintRule(line)),
  ];
}

function detailsOf(finding: Finding, layout: Layout): string[] {
  const { operation, verdict, notes, estimate } = finding;
  const attack = operation.expression?.attack;
  const details: (readonly [string, readonly string[]])[] = [
    ['in', [printable(entryPhrase(finding))]],
    ...(isIndirect(finding) ? [['path', pathLines(finding, layout)] as const] : []),
    ...(attack === undefined ? [] : [['attack', [printable(attack)]] as const]),
    ...(estimate ? [['takes', [printable(estimatePhrase(estimate))]] as const] : []),
    ...(operation.instead === undefined ? [] : [['instead', [printable(operation.instead)]] as const]),
    ['fits', [verdictPhrase(verdict)]],
    ...notes.map((note) => ['note', [printable(note)]] as const),
  ];
  return details.flatMap(([label, lines]) => labelled(label, lines, layout));
}

function labelled(label: string, lines: readonly string[], { palette, width }: Layout): string[] {
  const margin = `${indent}${' '.repeat('instead'.length + 2)}`;
  const wrapped =
    label === 'path'
      ? lines
      : lines.flatMap((line) => wrap(line, width - margin.length)).map((line) => paintCode(line, palette));
  return wrapped.map((line, index) =>
    index === 0 ? `${indent}${palette.faint(padEnd(label, 'instead'.length))}  ${line}` : margin + line,
  );
}

/** A step a line, places aligned. */
function pathLines(finding: Finding, { palette }: Layout): string[] {
  const places = finding.path.map((step) => `${printable(step.file)}:${step.at[0] + 1}`);
  const column = Math.min(48, widest(places));
  return finding.path.map((step, index) => {
    const place = palette.faint(padEnd(places[index]!, column));
    const call = printable(step.call);
    return `${place}  ${index === finding.path.length - 1 ? palette.strong(call) : call}`;
  });
}

function paintCode(line: string, palette: Palette): string {
  return line.replace(/`[^`]+`/g, (code) => palette.code(code));
}
