import type { Directive } from '../../model/facts.ts';
import { type LineStarts, lineOf, rangeBetween } from '../lines.ts';
import type { Comment } from './tree.ts';

const DIRECTIVE = /^#\s*loopwise:\s*ignore(-file|-next-line)?(?![\w-])(?:\[([^\]]*)\])?[ \t]*(.*)/;
/** Codes of flake8-async and Ruff for calls that block. */
const NOQA = /#\s*noqa\s*:([^#]*)/i;

/** Reads the suppression directives among a file's comments. */
export function readDirectives(source: string, comments: readonly Comment[], starts: LineStarts): Directive[] {
  if (!/loopwise|noqa/i.test(source)) return [];
  return comments.flatMap((comment): Directive[] => {
    const text = source.slice(comment.start, comment.end);
    const at = rangeBetween(starts, comment.start, comment.end);
    const line = lineOf(starts, comment.start);
    const match = DIRECTIVE.exec(text);
    if (!match) return foreignDirective(text, line, at);
    const [whole, form = '', rules = '', reason = ''] = match;
    const names = rules.split(/[\s,]+/).filter((name) => name !== '');
    const kind = form === '-file' ? 'file' : form === '-next-line' ? 'next-line' : 'same-line';
    const spoken = kind === 'file' ? -1 : kind === 'next-line' ? line + 1 : line;
    const said = whole.slice(1, whole.length - reason.length).trim();
    return [{ kind, rules: names, reason: reason.replace(/^--\s*/, '').trim(), at, line: spoken, text: said }];
  });
}

/** `# noqa: ASYNC251`, as other tools have it: nobody is told when there is nothing to suppress. */
function foreignDirective(text: string, line: number, at: Directive['at']): Directive[] {
  const codes = NOQA.exec(text)?.[1]?.match(/\bASYNC2\d\d\b/g) ?? [];
  if (codes.length === 0) return [];
  const rules = codes.map((code) => (code === 'ASYNC251' ? 'blocking-sleep' : 'blocking-io'));
  return [{ kind: 'same-line', rules: [...new Set(rules)], reason: '', at, line, isForeign: true }];
}
