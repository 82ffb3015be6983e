import type { Node as SyntaxNode, Tree } from 'web-tree-sitter';
import type { ParseProblem } from '../../model/facts.ts';
import type { LoweredTree } from './tree.ts';

/** What is wrong with a source, and where. */
export interface Problem extends Pick<ParseProblem, 'kind' | 'message'> {
  readonly offset: number;
}

/** The first place of a source that the grammar could not read. */
export function findError({ rootNode }: Tree): Problem | undefined {
  return rootNode.hasError ? firstError(rootNode) : undefined;
}

/** What only Python 2 has. */
export function findOutdated({ outdated: [first] }: LoweredTree): Problem | undefined {
  return first && { kind: 'syntax', message: 'Python 2 is not supported', offset: first.start };
}

function firstError(root: SyntaxNode): Problem {
  let node = root;
  for (;;) {
    if (node.isError || node.isMissing) break;
    const inner: SyntaxNode | null = node.children.find((child) => child.hasError || child.isMissing) ?? null;
    if (!inner) break;
    node = inner;
  }
  const line = node.startPosition.row + 1;
  return { kind: 'syntax', message: `invalid syntax in line ${line}`, offset: node.startIndex };
}
