import type { Node as SyntaxNode, Tree } from 'web-tree-sitter';
import type { ParseProblem } from '../../model/facts.ts';

interface Found extends Pick<ParseProblem, 'kind' | 'message'> {
  readonly offset: number;
}

/** Why a tree is not that of a Python file: the first place that the grammar could not read. */
export function findProblem(tree: Tree): Found | undefined {
  return tree.rootNode.hasError ? firstError(tree.rootNode) : oldSyntax(tree);
}

function firstError(root: SyntaxNode): Found {
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

/** Statements that Python 3 does not have. */
function oldSyntax({ rootNode }: Tree): Found | undefined {
  const [statement] = rootNode.descendantsOfType(['print_statement', 'exec_statement']);
  if (!statement) return undefined;
  return { kind: 'syntax', message: 'Python 2 is not supported', offset: statement.startIndex };
}
