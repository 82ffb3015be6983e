import type { Tree, TreeCursor } from 'web-tree-sitter';

/** A named node of the syntax tree, as a plain object. Comments are apart. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** What it is to its parent: `left`, `body`; null where the grammar gives no name. */
  readonly field: string | null;
  readonly children: readonly Node[];
}

export interface Comment {
  readonly start: number;
  readonly end: number;
}

export interface LoweredTree {
  readonly root: Node;
  readonly comments: readonly Comment[];
  /** Statements that Python 3 does not have. */
  readonly outdated: readonly Node[];
}

/** How a kind of node is lowered; by the number that the grammar gives it. */
interface Kind {
  readonly name: string;
  readonly isNamed: boolean;
  readonly isLeaf: boolean;
  readonly hasFields: boolean;
  readonly isOutdated: boolean;
}

/** Nothing inside them matters. */
const LEAVES = new Set(
  (
    'identifier integer float true false none ellipsis string_start string_content string_end escape_sequence ' +
    'escape_interpolation type_conversion import_prefix pass_statement break_statement continue_statement ' +
    'keyword_separator positional_separator line_continuation wildcard_import comment'
  ).split(' '),
);
/** The grammar names none of their parts. */
const WITHOUT_FIELDS = new Set(
  (
    'module argument_list parameters lambda_parameters expression_statement parenthesized_expression expression_list ' +
    'pattern_list tuple_pattern list_pattern list tuple set dictionary string concatenated_string dotted_name await ' +
    'return_statement type type_parameter union_type generic_type conditional_expression list_splat dictionary_splat'
  ).split(' '),
);
/** Of strings only those with code inside are looked into. */
const HAS_CODE = /^[a-z]*[ft][a-z]*["']/i;

let kinds: Kind[] | undefined;

function kindsOf(tree: Tree): Kind[] {
  if (kinds) return kinds;
  const { language } = tree;
  kinds = Array.from({ length: language.nodeTypeCount }, (_, id) => {
    const name = language.nodeTypeForId(id) ?? '';
    const isNamed = language.nodeTypeIsNamed(id) && name !== 'line_continuation';
    const isOutdated = name === 'print_statement' || name === 'exec_statement';
    return { name, isNamed, isLeaf: LEAVES.has(name), hasFields: !WITHOUT_FIELDS.has(name), isOutdated };
  });
  return kinds;
}

/** Every step of a cursor crosses into WASM and back, so no more is asked of it than is needed. */
export function lowerTree(tree: Tree, source: string): LoweredTree {
  const cursor = tree.walk();
  const lowered: Lowering = { comments: [], outdated: [] };
  const root = lower(cursor, kindsOf(tree), tree.language.fields, source, lowered);
  cursor.delete();
  return { root, ...lowered };
}

interface Lowering {
  readonly comments: Comment[];
  readonly outdated: Node[];
}

interface Open {
  readonly children: Node[];
  readonly hasFields: boolean;
}

function lower(
  cursor: TreeCursor,
  table: readonly Kind[],
  fields: readonly (string | null)[],
  source: string,
  { comments, outdated }: Lowering,
): Node {
  const top: Open = { children: [], hasFields: false };
  const stack: Open[] = [];
  let parent = top;
  for (;;) {
    const kind = table[cursor.nodeTypeId];
    if (kind?.isNamed) {
      const start = cursor.startIndex;
      if (kind.name === 'comment') comments.push({ start, end: cursor.endIndex });
      else {
        const field = parent.hasFields ? (fields[cursor.currentFieldId] ?? null) : null;
        const node = { type: kind.name, start, end: cursor.endIndex, field, children: [] };
        parent.children.push(node);
        if (kind.isOutdated) outdated.push(node);
        const isOpen = kind.name === 'string' ? HAS_CODE.test(source.slice(start, start + 4)) : !kind.isLeaf;
        if (isOpen && cursor.gotoFirstChild()) {
          stack.push(parent);
          parent = { children: node.children, hasFields: kind.hasFields };
          continue;
        }
      }
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return top.children[0]!;
      parent = stack.pop() ?? top;
    }
  }
}

/** The part of a node that the grammar gives this name. */
export function part(node: Node, field: string): Node | undefined {
  for (const child of node.children) if (child.field === field) return child;
  return undefined;
}

/** All parts of that name. */
export function parts(node: Node, field: string): Node[] {
  return node.children.filter((child) => child.field === field);
}

/** The child of a type. */
export function childOfType(node: Node, type: string): Node | undefined {
  for (const child of node.children) if (child.type === type) return child;
  return undefined;
}

/** The expression below parentheses, and below the node that makes it a type. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const isWrapper =
      inner.type === 'parenthesized_expression' || inner.type === 'type' || inner.type === 'expression_statement';
    const [only] = inner.children;
    if (!isWrapper || !only || inner.children.length > 1) return inner;
    inner = only;
  }
}

export function isFunctionNode({ type }: Node): boolean {
  return type === 'function_definition' || type === 'lambda';
}

/** Whether a definition or a statement begins with the keyword. */
export function isAsync(source: string, node: Node): boolean {
  return /^async\b/.test(source.slice(node.start, node.start + 6));
}
