import { lineOf } from '../../lines.ts';
import { descendants, type FixSource } from './source.ts';
import type { Node } from '../tree.ts';

/** The text of a node, whose lines but the first go one step to the right; lines that begin inside of a text stay. */
export function indented(source: FixSource, { start, end }: Pick<Node, 'start' | 'end'>, step: string): string {
  const { text, starts } = source;
  let result = '';
  let from = start;
  for (let line = lineOf(starts, start) + 1; line < starts.length; line += 1) {
    const at = starts[line] ?? end;
    if (at >= end) break;
    const isEmpty = /^[ \t]*\r?\n/.test(text.slice(at));
    result += text.slice(from, at) + (isEmpty || isInText(source, at) ? '' : step);
    from = at;
  }
  return result + text.slice(from, end);
}

/** Whether a string goes on over an offset. */
function isInText(source: FixSource, offset: number): boolean {
  let strings = stringsOf.get(source);
  if (!strings)
    stringsOf.set(source, (strings = [...descendants(source.root)].filter(({ type }) => type === 'string')));
  return strings.some(({ start, end }) => start < offset && offset < end);
}

const stringsOf = new WeakMap<FixSource, readonly Node[]>();
