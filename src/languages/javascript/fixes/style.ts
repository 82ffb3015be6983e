import type { FixSource } from './source.ts';

/** How the file is written. */
export interface Style {
  readonly quote: "'" | '"';
  readonly semicolon: '' | ';';
  readonly indent: string;
  readonly newline: '\n' | '\r\n';
  /** `{ a }` or `{a}`. */
  readonly pad: '' | ' ';
  /** How long its lines may get: as long as they are, within what formatters are set to. */
  readonly width: number;
}

const styles = new WeakMap<FixSource, Style>();

export function styleOf(source: FixSource): Style {
  let style = styles.get(source);
  if (!style) styles.set(source, (style = readStyle(source)));
  return style;
}

function readStyle({ text, program }: FixSource): Style {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const ends = program.body.filter(({ type }) => /^(?:Import|Variable|Expression)/.test(type));
  const withSemicolon = ends.filter((node) => text[node.range[1] - 1] === ';').length;
  const indents = text.match(/^(?:\t+| {2,8})(?=\S)/gm) ?? [];
  const indent = indents.some((line) => line.startsWith('\t')) ? '\t' : smallest(indents);
  return {
    quote: count(/"(?:[^"'\\\n])*"/g) > count(/'(?:[^"'\\\n])*'/g) ? '"' : "'",
    semicolon: ends.length > 0 && withSemicolon * 2 < ends.length ? '' : ';',
    indent,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    pad: count(/^(?:import|const|let|var)\s+\{\S/gm) > count(/^(?:import|const|let|var)\s+\{\s/gm) ? '' : ' ',
    width: Math.min(120, Math.max(80, longestLine(text))),
  };
}

function longestLine(text: string): number {
  return text.split('\n').reduce((longest, line) => Math.max(longest, line.trimEnd().length), 0);
}

function smallest(indents: readonly string[]): string {
  const widths = indents.map(({ length }) => length);
  return ' '.repeat(widths.length > 0 ? Math.min(...widths) : 2);
}

/** The white space before the line that an offset is in. */
export function indentAt({ text }: FixSource, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
}

/** A string literal in the quotes of the file. */
export function quoted(source: FixSource, value: string): string {
  const { quote } = styleOf(source);
  return `${quote}${value}${quote}`;
}
