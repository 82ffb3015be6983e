import type { TSESTree } from '@typescript-eslint/types';
import { isMemberOf, lastName, type Node, staticName, unwrap } from './ast.ts';

const isModule = /\.[cm]?[jt]s$/;

/**
 * The specifier of the source file that an expression names by its place beside this file, as workers are named:
 * `new URL('./task.js', import.meta.url)`, `path.join(__dirname, 'task.js')`, `require.resolve('./task.js')`.
 */
export function referencedFile(expression: Node): string | undefined {
  const node = unwrap(expression);
  const path = pathOf(node);
  if (path === undefined) return undefined;
  if (isResolved(node) && path.startsWith('.')) return path;
  if (!isModule.test(path)) return undefined;
  return path.startsWith('.') ? path : `./${path.replace(/^\//, '')}`;
}

/**
 * The specifier of a file that a plain text names to whoever starts it. It counts from the working folder, which is that of
 * the program, or above it; one beside this file is meant where there is one.
 */
export function startedFile(argument: Node): string | undefined {
  const path = textOf(argument);
  if (path === undefined || !isModule.test(path) || path.startsWith('/')) return undefined;
  return path.startsWith('.') ? path : `./${path}`;
}

/** `require.resolve('./task')`: it finds the extension, or the index of a folder. */
function isResolved(node: Node): boolean {
  return node.type === 'CallExpression' && isMemberOf(node.callee, 'require', 'resolve');
}

function pathOf(node: Node): string | undefined {
  switch (node.type) {
    case 'NewExpression':
      return isUrlOfSibling(node) ? textOf(node.arguments[0]) : undefined;
    case 'CallExpression':
      return pathOfCall(node);
    case 'MemberExpression':
      return ['href', 'pathname'].includes(staticName(node.property, node.computed) ?? '')
        ? pathOf(unwrap(node.object))
        : undefined;
    case 'BinaryExpression':
      return node.operator === '+' && isOwnFolder(node.left) ? textOf(node.right) : undefined;
    case 'TemplateLiteral':
      return pathOfTemplate(node);
    default:
      return undefined;
  }
}

function isUrlOfSibling({ callee, arguments: args }: TSESTree.NewExpression): boolean {
  const base = args[1];
  return callee.type === 'Identifier' && callee.name === 'URL' && base !== undefined && isMeta(base, 'url');
}

/** Last names of the functions whose calls may name a file. */
export const PATH_MAKERS = new Set(['resolve', 'join', 'fileURLToPath']);

function pathOfCall({ callee, arguments: args }: TSESTree.CallExpression): string | undefined {
  const first = args[0];
  const name = lastName(callee);
  if (!first || !PATH_MAKERS.has(name)) return undefined;
  if (callee.type === 'MemberExpression' && isMeta(callee, 'resolve')) return textOf(first);
  if (isMemberOf(callee, 'require', 'resolve')) return textOf(first);
  if (name === 'fileURLToPath') return pathOf(unwrap(first));
  if (!isOwnFolder(first)) return undefined;
  const segments = args.slice(1).map(textOf);
  return segments.every((segment) => segment !== undefined) ? segments.join('/') : undefined;
}

function pathOfTemplate({ quasis, expressions }: TSESTree.TemplateLiteral): string | undefined {
  const [folder, more] = expressions;
  if (!folder || more || quasis[0]?.value.raw !== '' || !isOwnFolder(folder)) return undefined;
  return quasis[1]?.value.cooked ?? undefined;
}

/** `__dirname`, `import.meta.dirname`. */
function isOwnFolder(node: Node): boolean {
  return nameOf(node) === '__dirname' || isMeta(node, 'dirname');
}

/** `import.meta.name`. */
function isMeta(node: Node, name: string): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'MetaProperty') return false;
  return staticName(node.property, node.computed) === name;
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}

function textOf(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
