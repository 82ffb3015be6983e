import type { CommentPlace } from '../../model/comment.ts';
import type { Range } from '../../model/range.ts';
import { endOffset, forEachChild, startOffset, type Node } from './ast.ts';
import { lineStarts } from './lines.ts';
import { defaultEngine, parseSource } from './parse.ts';

/** How a comment can be put above the line where a range starts. A source that cannot be parsed is taken to be plain code there. */
export function commentPlace(path: string, source: string, [line, character]: Range): CommentPlace {
  const { parsed } = parseSource(path, source, defaultEngine());
  if (!parsed) return { kind: 'line' };
  const starts = lineStarts(source);
  const lineStart = starts[line] ?? 0;
  const indent = /^[ \t]*/.exec(source.slice(lineStart))?.[0].length ?? 0;
  const around = innermost(parsed.program, lineStart + indent);
  if (around.type === 'JSXElement' || around.type === 'JSXFragment' || around.type === 'JSXText') {
    return { kind: 'markup' };
  }
  const template = around.type === 'TemplateLiteral' || around.type === 'TemplateElement';
  if (!template) return { kind: 'line' };
  const from = expressionStart(parsed.program, lineStart + character);
  return { kind: 'inside', character: Math.max(from - lineStart, 0) };
}

/** The smallest node that begins before an offset and ends after it. */
function innermost(root: Node, offset: number): Node {
  let node = root;
  for (;;) {
    const inner = childAround(node, (child) => startOffset(child) < offset && endOffset(child) > offset);
    if (!inner) return node;
    node = inner;
  }
}

/** Where the expression of the innermost template begins that holds an offset. */
function expressionStart(root: Node, offset: number): number {
  let node: Node | undefined = root;
  let start = offset;
  while (node) {
    const inner = childAround(node, (child) => startOffset(child) <= offset && endOffset(child) > offset);
    if (inner && node.type === 'TemplateLiteral') start = startOffset(inner);
    node = inner;
  }
  return start;
}

function childAround(node: Node, holds: (child: Node) => boolean): Node | undefined {
  let found: Node | undefined;
  forEachChild(node, (child) => {
    if (!found && holds(child)) found = child;
  });
  return found;
}
