import { FunctionFlag } from '../../model/facts.ts';
import { type Node, part } from './tree.ts';
import { textOf, type Walk } from './walk-state.ts';

/** `@blocking` and `@nonblocking` in the docstring of a function. */
export function declaredInDocstring(walk: Walk, definition: Node): number {
  const [first] = part(definition, 'body')?.children ?? [];
  const [text] = first?.type === 'expression_statement' ? first.children : [];
  if (text?.type !== 'string') return 0;
  const match = /(?:^|[^\w@])@(non)?blocking\b/.exec(textOf(walk, text));
  if (!match) return 0;
  return match[1] === undefined ? FunctionFlag.DeclaredBlocking : FunctionFlag.DeclaredNonblocking;
}
