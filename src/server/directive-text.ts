import { ruleIds } from '../model/finding.ts';

export const directiveNames = ['loopwise-ignore-next-line', 'loopwise-ignore-line', 'loopwise-ignore-file'] as const;
export type DirectiveName = (typeof directiveNames)[number];

/** A directive as it is written in a line, finished or not. */
export interface WrittenDirective {
  readonly name: DirectiveName;
  /** Characters of the line. */
  readonly start: number;
  readonly nameEnd: number;
  /** Where the names of rules end: at `--`, at the comment's end, or at the line's. */
  readonly rulesEnd: number;
  readonly rules: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

const directive = /(?:\/\/|\/\*|^\s*\*|#).*?(loopwise-ignore-(?:next-line|line|file))\b/;

/** The directive in a line's comment. */
export function directiveIn(line: string): WrittenDirective | undefined {
  const match = directive.exec(line);
  const name = directiveNames.find((one) => one === match?.[1]);
  if (!match || !name) return undefined;
  const nameEnd = match.index + match[0].length;
  const rest = line.slice(nameEnd);
  const rulesEnd = nameEnd + (/\s--(?:\s|$)|\*\//.exec(rest)?.index ?? rest.length);
  const rules = [...line.slice(nameEnd, rulesEnd).matchAll(/[\w-]+/g)].map(({ 0: text, index }) => ({
    name: text,
    start: nameEnd + index,
    end: nameEnd + index + text.length,
  }));
  return { name, start: nameEnd - name.length, nameEnd, rulesEnd, rules };
}

export function isRule(name: string): name is (typeof ruleIds)[number] {
  return ruleIds.some((id) => id === name);
}
