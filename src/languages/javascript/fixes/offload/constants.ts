import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import { isFunctionNode, type Node, staticName, unwrap } from '../../ast.ts';
import { QUIET_GLOBALS } from '../../builtins.ts';
import { changesMember } from '../shared-state.ts';
import { type FixSource, parentOf } from '../source.ts';

/** Whether a variable at the top level is a function or a value that stays what it is: each thread may have its own. */
export function isConstant(source: FixSource, variable: Variable): boolean {
  const [definition, ...others] = variable.defs;
  if (others.length > 0 || definition?.node.type !== 'VariableDeclarator') return false;
  const { id, init } = definition.node;
  if (id.type !== 'Identifier' || !init || !isFixed(init)) return false;
  if (variable.references.some((use) => use.init !== true && use.isWrite())) return false;
  const value = unwrap(init);
  if (isPlain(value) || isFunctionNode(value)) return true;
  return variable.references.every((use) => use.init === true || use.isTypeReference || onlyReads(source, use, value));
}

function isPlain(node: Node): boolean {
  return (
    /^(?:Template|Unary|Binary)/.test(node.type) ||
    (node.type === 'Literal' && !('regex' in node)) ||
    (node.type === 'MemberExpression' && node.object.type === 'Identifier')
  );
}

/** Whether the expression gives the same whenever and wherever it is evaluated; names in it are looked at by themselves. */
function isFixed(expression: Node): boolean {
  const node = unwrap(expression);
  if (isFunctionNode(node)) return true;
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every(isFixed);
    case 'UnaryExpression':
      return node.operator !== 'delete' && isFixed(node.argument);
    case 'BinaryExpression':
      return node.left.type !== 'PrivateIdentifier' && isFixed(node.left) && isFixed(node.right);
    case 'LogicalExpression':
      return isFixed(node.left) && isFixed(node.right);
    case 'ConditionalExpression':
      return isFixed(node.test) && isFixed(node.consequent) && isFixed(node.alternate);
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || isFixed(element));
    case 'SpreadElement':
      return isFixed(node.argument);
    case 'ObjectExpression':
      return node.properties.every((one) => (one.type === 'Property' ? isFixed(one.value) : isFixed(one.argument)));
    case 'MemberExpression':
      return isFixed(node.object);
    case 'NewExpression':
      return isMaker(node.callee) && node.arguments.every(isFixed);
    case 'CallExpression':
      return isLook(node.callee) && node.arguments.every(isFixed);
    default:
      return false;
  }
}

const MAKERS =
  /^(?:Set|Map|RegExp|Array|Intl|URL|TextEncoder|TextDecoder|(?:Big)?(?:Uint|Int|Float)\d+(?:Clamped)?Array)$/;

function isMaker(callee: Node): boolean {
  if (callee.type === 'MemberExpression') return isMaker(callee.object);
  return callee.type === 'Identifier' && MAKERS.test(callee.name);
}

const LOOKS =
  /^(?:freeze|from|fromEntries|keys|values|entries|of|split|map|filter|slice|concat|flat|join|repeat|trim|toLowerCase|toUpperCase|fill|floor|ceil|round|sqrt|pow|log|log2|max|min|abs)$/;

function isLook(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return QUIET_GLOBALS.has(node.name) && node.name !== 'Symbol';
  if (node.type !== 'MemberExpression') return false;
  return LOOKS.test(staticName(node.property, node.computed) ?? '') && isFixed(node.object);
}

/** Whether a use of the value leaves it as it is. */
function onlyReads(source: FixSource, { identifier }: Reference, value: Node): boolean {
  if (changesMember(source, identifier)) return false;
  const parent = parentOf(source, identifier);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object !== identifier || !keepsPlace(source, parent, value);
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === identifier;
    case 'SpreadElement':
    case 'BinaryExpression':
    case 'TemplateLiteral':
    case 'ExportSpecifier':
      return true;
    case 'CallExpression':
      return isHarmlessArgument(parent.callee);
    default:
      return false;
  }
}

/** A sticky or global expression goes on where it stopped last. */
function keepsPlace(source: FixSource, member: Node, value: Node): boolean {
  if (value.type !== 'Literal' || !('regex' in value) || !/[gy]/.test(value.regex.flags)) return false;
  const call = parentOf(source, member);
  return call?.type === 'CallExpression' && call.callee === member;
}

/** Built-in functions, and methods of texts that take an expression: `text.replace(TRAILING, '')`. */
function isHarmlessArgument(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return QUIET_GLOBALS.has(node.name);
  if (node.type !== 'MemberExpression') return false;
  if (node.object.type === 'Identifier' && QUIET_GLOBALS.has(node.object.name)) {
    return !/^(?:assign|define|setPrototypeOf)/.test(staticName(node.property, node.computed) ?? '');
  }
  return /^(?:replace|replaceAll|match|matchAll|split|search)$/.test(staticName(node.property, node.computed) ?? '');
}
