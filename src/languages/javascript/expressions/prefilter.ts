import type { Node } from '../ast.ts';

/** A regular expression as it is written. */
export interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

/** The pattern and flags of `new RegExp('…', '…')` where both are constants. */
export function constantExpression([pattern, flags]: readonly Node[]): Expression | undefined {
  const source = pattern && textOf(pattern);
  const letters = flags ? textOf(flags) : '';
  if (!source || letters === undefined) return undefined;
  return { pattern: source, flags: letters };
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') {
    if ('regex' in node) return node.regex.pattern;
    return typeof node.value === 'string' ? node.value : undefined;
  }
  if (node.type !== 'TemplateLiteral') return undefined;
  return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
}
