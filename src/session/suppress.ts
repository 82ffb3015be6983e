import type { Directive, FileFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { UnusedDirective } from '../model/report.ts';

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly unused: readonly UnusedDirective[];
}

/** Marks the findings that the file's directives speak of, and names the directives that speak of none. */
export function applyDirectives(file: string, facts: FileFacts | undefined, findings: readonly Finding[]): Suppressed {
  const directives = facts?.directives ?? [];
  if (directives.length === 0) return { findings, unused: [] };
  const used = new Set<Directive>();
  const marked = findings.map((finding) => {
    const matching = directives.filter((directive) => speaksOf(directive, finding));
    for (const directive of matching) used.add(directive);
    const [first] = matching;
    return first ? { ...finding, suppression: { reason: first.reason, at: first.at } } : finding;
  });
  const unused = directives
    .filter((directive) => !used.has(directive) && !directive.isForeign)
    .map((directive) => ({ file, at: directive.at, text: textOf(directive) }));
  return { findings: marked, unused };
}

function speaksOf({ line, rules }: Directive, finding: Finding): boolean {
  if (line >= 0 && line !== finding.range[0]) return false;
  return rules.length === 0 || rules.includes(finding.rule);
}

function textOf({ kind, rules, text }: Directive): string {
  if (text !== undefined) return text;
  const name = { 'next-line': 'ignore-next-line', 'same-line': 'ignore-line', file: 'ignore-file' }[kind];
  return [`loopwise-${name}`, rules.join(', ')].filter((part) => part !== '').join(' ');
}
