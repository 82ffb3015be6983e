import type { CommentPlace } from '../../model/comment.ts';
import type { Range } from '../../model/range.ts';
import { lineStarts } from '../lines.ts';
import { parsePython } from './parse.ts';

/** How a comment can be put where a range starts: above its line, unless the line begins inside a text. */
export function commentPlace(_path: string, source: string, [line]: Range): CommentPlace {
  const start = lineStarts(source)[line] ?? 0;
  const tree = parsePython(source);
  let isAtEnd = false;
  for (let node = tree.rootNode.descendantForIndex(start); node; node = node.parent) {
    if (node.type === 'string' && node.startIndex < start && node.endIndex > start) isAtEnd = true;
  }
  tree.delete();
  return { kind: 'hash', isAtEnd };
}
