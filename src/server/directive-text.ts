import { ruleIds } from '../model/finding.ts';

export const directiveNames = ['loopwise-ignore-next-line', 'loopwise-ignore-line', 'loopwise-ignore-file'] as const;
export type DirectiveName = (typeof directiveNames)[number];

/** A directive as it is written in a line, finished or not. */
export interface WrittenDirective {
  readonly name: DirectiveName;
  /** In a comment that begins with `#`: `loopwise: ignore[blocking-io]`. */
  readonly isHash: boolean;
  /** Characters of the line. */
  readonly start: number;
  readonly nameEnd: number;
  /** Where the names of rules end: at `--`, at the bracket, at the comment's end, or at the line's. */
  readonly rulesEnd: number;
  readonly rules: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

const directive = /(?:\/\/|\/\*|^\s*\*|#).*?(loopwise-ignore-(?:next-line|line|file))\b/;

const hashDirective = /#\s*(loopwise:\s*ignore(-next-line|-file)?)(?![\w-])(?:\[([^\]]*))?/;

/** The directive in a line's comment. */
export function directiveIn(line: string): WrittenDirective | undefined {
  return hashDirectiveIn(line) ?? slashDirectiveIn(line);
}

function slashDirectiveIn(line: string): WrittenDirective | undefined {
  const match = directive.exec(line);
  const name = directiveNames.find((one) => one === match?.[1]);
  if (!match || !name) return undefined;
  const nameEnd = match.index + match[0].length;
  const rest = line.slice(nameEnd);
  const rulesEnd = nameEnd + (/\s--(?:\s|$)|\*\//.exec(rest)?.index ?? rest.length);
  const rules = rulesBetween(line, nameEnd, rulesEnd);
  return { name, isHash: false, start: nameEnd - name.length, nameEnd, rulesEnd, rules };
}

function hashDirectiveIn(line: string): WrittenDirective | undefined {
  const match = hashDirective.exec(line);
  if (!match) return undefined;
  const [whole, written = '', form = '-line', list] = match;
  const start = match.index + whole.indexOf(written);
  const nameEnd = start + written.length;
  const rulesEnd = list === undefined ? nameEnd : match.index + whole.length;
  const rules = list === undefined ? [] : rulesBetween(line, nameEnd, rulesEnd);
  const name: DirectiveName = `loopwise-ignore${form as '-next-line' | '-line' | '-file'}`;
  return { name, isHash: true, start, nameEnd, rulesEnd, rules };
}

function rulesBetween(line: string, from: number, to: number): WrittenDirective['rules'] {
  return [...line.slice(from, to).matchAll(/[\w-]+/g)].map(({ 0: text, index }) => ({
    name: text,
    start: from + index,
    end: from + index + text.length,
  }));
}

export function isRule(name: string): name is (typeof ruleIds)[number] {
  return ruleIds.some((id) => id === name);
}
