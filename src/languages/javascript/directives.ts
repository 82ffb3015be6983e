import type { Directive } from '../../model/facts.ts';
import { type LineStarts, lineOf, rangeBetween } from './lines.ts';
import type { Comment } from './parse.ts';

const DIRECTIVE = /^[\s*]*loopwise-ignore-(next-line|line|file)\b[ \t]*(.*)/;

/** Reads the suppression directives among a file's comments. */
export function readDirectives(comments: readonly Comment[], starts: LineStarts): Directive[] {
  return comments.flatMap((comment) => {
    const match = DIRECTIVE.exec(comment.text);
    if (!match) return [];
    const [, form, rest = ''] = match;
    const [names = '', ...reason] = rest.replace(/\*+$/, '').split(/(?:^|\s)--(?:\s|$)/);
    const line = lineOf(starts, comment.end);
    const kind = form === 'next-line' ? 'next-line' : form === 'line' ? 'same-line' : 'file';
    return [
      {
        kind,
        rules: names.split(/[\s,]+/).filter((name) => name !== ''),
        reason: reason.join(' -- ').trim(),
        at: rangeBetween(starts, comment.start, comment.end),
        line: kind === 'file' ? -1 : kind === 'next-line' ? line + 1 : lineOf(starts, comment.start),
      },
    ];
  });
}

/** Offsets at which a comment with `@blocking` or `@nonblocking` ends. */
export function readDeclarations(comments: readonly Comment[]): readonly { end: number; blocking: boolean }[] {
  return comments.flatMap((comment) => {
    const match = /@(non)?blocking\b/.exec(comment.text);
    return match && comment.block ? [{ end: comment.end, blocking: match[1] === undefined }] : [];
  });
}
