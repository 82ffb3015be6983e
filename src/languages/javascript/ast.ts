import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

export type Node = TSESTree.Node;

interface Spanned {
  readonly start?: number;
  readonly end?: number;
}

/** Offset of a node. One parser gives `start`, the other `range`. */
export function startOffset(node: Node): number {
  return (node as Spanned).start ?? node.range[0];
}

export function endOffset(node: Node): number {
  return (node as Spanned).end ?? node.range[1];
}

export function sliceOf(source: string, node: Node): string {
  return source.slice(startOffset(node), endOffset(node));
}

/** Keys that lead into types: nothing runs there. */
const TYPE_KEYS = new Set([
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeArguments',
  'superTypeParameters',
  'implements',
]);

const childKeys = new Map<string, readonly string[]>();
for (const [type, keys] of Object.entries(visitorKeys)) {
  childKeys.set(
    type,
    (keys ?? []).filter((key) => !TYPE_KEYS.has(key)),
  );
}

/** Calls `visit` for each child that holds code, in source order; with `context`, so that few need a closure. */
export function forEachChild(node: Node, visit: (child: Node) => void): void;
export function forEachChild<C>(node: Node, visit: (child: Node, context: C) => void, context: C): void;
export function forEachChild(node: Node, visit: (child: Node, context?: unknown) => void, context?: unknown): void {
  const keys = childKeys.get(node.type);
  if (!keys) return;
  const fields = node as unknown as Record<string, Node | readonly (Node | null)[] | null | undefined>;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator makes an object for each step, and there are millions
  for (let index = 0; index < keys.length; index += 1) {
    const child = fields[keys[index] ?? ''];
    if (!child) continue;
    if (Array.isArray(child)) visitEach(child as readonly (Node | null)[], visit, context);
    else visit(child as Node, context);
  }
}

function visitEach(
  nodes: readonly (Node | null)[],
  visit: (child: Node, context?: unknown) => void,
  context: unknown,
): void {
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- as above
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] ?? null;
    if (node) visit(node, context);
  }
}

/** The expression below wrappers that do not change its value. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      // Most are none: to say so first spares a look at the others.
      case 'Identifier':
      case 'MemberExpression':
      case 'CallExpression':
      case 'Literal':
        return inner;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

// Nodes have many shapes, so that each look at a type takes a while: what is asked most often looks once.

export function isFunctionNode(node: Node): node is FunctionNode {
  const { type } = node;
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration';
}

export function isClassNode(node: Node): node is ClassNode {
  const { type } = node;
  return type === 'ClassExpression' || type === 'ClassDeclaration';
}

/** The name of a property key or a member access, if the source spells it out. */
export function staticName(key: Node, computed: boolean): string | undefined {
  switch (key.type) {
    case 'Identifier':
      return computed ? undefined : key.name;
    case 'PrivateIdentifier':
      return `#${key.name}`;
    case 'Literal':
      return typeof key.value === 'string' ? key.value : String(key.value);
    case 'TemplateLiteral':
      return key.expressions.length === 0 ? (key.quasis[0]?.value.cooked ?? undefined) : undefined;
    default:
      return undefined;
  }
}

/** The last name of what is called, if the source spells it out. */
export function calledName({ callee }: Pick<TSESTree.CallExpression, 'callee'>): string {
  return lastName(callee);
}

/** `log` of `this.log`, if the source spells it out. */
export function lastName(node: Node): string {
  const target = unwrap(node);
  switch (target.type) {
    case 'Identifier':
      return target.name;
    case 'MemberExpression':
      return staticName(target.property, target.computed) ?? '';
    default:
      return '';
  }
}

/** `a.b` of two plain names. */
export function isMemberOf(node: Node, object: string, property: string): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === object &&
    staticName(node.property, node.computed) === property
  );
}

const MAX_TEXT = 60;

/** A callee on one line, as a reader would say it: calls on the way are shown without their arguments. */
export function calleeText(source: string, callee: Node): string {
  const text = sliceOf(source, callee);
  return PLAIN.test(text) ? cut(text) : clip(render(source, callee));
}

/** Names with dots between them, as most callees are: nothing to render. */
const PLAIN = /^[A-Za-z\d$.]+$/;

/** The source of an expression on one line, shortened. */
export function shortText(source: string, node: Node): string {
  return clip(sliceOf(source, node));
}

export function clip(text: string): string {
  return cut(/[\n\r\t]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text);
}

function cut(line: string): string {
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT - 1)}…`;
}

function render(source: string, expression: Node): string {
  const node = unwrap(expression);
  switch (node.type) {
    case 'MemberExpression': {
      const module = moduleName(node);
      if (module !== undefined && isDefault(node)) return module;
      const object = module ?? render(source, node.object);
      return node.computed
        ? `${object}[${sliceOf(source, node.property)}]`
        : `${object}.${sliceOf(source, node.property)}`;
    }
    case 'CallExpression':
      return `${render(source, node.callee)}(${node.arguments.length === 0 ? '' : shortArgument(source, node)})`;
    case 'NewExpression':
      return `new ${render(source, node.callee)}(…)`;
    case 'SequenceExpression':
      // `(0, module.f)(…)`, as compilers write it.
      return render(source, node.expressions.at(-1) as Node);
    case 'AwaitExpression':
      return `(await ${render(source, node.argument)})`;
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return '(function)';
    default:
      return sliceOf(source, node);
  }
}

/** Compilers call `fs` `fs_1`, and its default export `fs_1.default` or `_fs.default`. */
function moduleName(member: TSESTree.MemberExpression): string | undefined {
  const node = unwrap(member.object);
  if (node.type !== 'Identifier' || !node.name.includes('_')) return undefined;
  const [, tsc, babel] = /^(?:(\w+)_\d+|_([A-Za-z]\w*))$/.exec(node.name) ?? [];
  return tsc ?? (isDefault(member) ? babel : undefined);
}

function isDefault({ property, computed }: TSESTree.MemberExpression): boolean {
  return !computed && property.type === 'Identifier' && property.name === 'default';
}

/** One short name or literal is kept: `require('fs')`. */
function shortArgument(source: string, node: TSESTree.CallExpression): string {
  const first = node.arguments[0];
  const text =
    first && node.arguments.length === 1 && (first.type === 'Literal' || first.type === 'Identifier')
      ? sliceOf(source, first)
      : '…';
  return text.length <= 20 ? text : '…';
}
