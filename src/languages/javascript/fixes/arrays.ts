import type { TSESTree } from '@typescript-eslint/types';
import { type Node, sliceOf, staticName, unwrap } from '../ast.ts';
import { type FixSource, parentOf, variableAt } from './source.ts';

/** Methods that give arrays. */
const GIVING = new Set(
  'map filter flatMap flat slice concat sort reverse split from of match readdirSync readdir'.split(' '),
);
/** Functions of `Object` that do; iterators have the same names elsewhere. */
const LISTING = new Set(['keys', 'values', 'entries']);
/** Methods that only arrays have. */
const OWN = new Set(
  'map filter reduce flatMap push pop shift unshift splice sort some every find findIndex join'.split(' '),
);

/** Whether an expression is an array by what is written: a literal, a type, the result of a method, or how it is used. */
export function isArray(source: FixSource, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'ArrayExpression') return true;
  if (node.type === 'AwaitExpression') return isArray(source, node.argument);
  if (node.type === 'CallExpression') return givesArray(unwrap(node.callee));
  if (node.type !== 'Identifier') return false;
  const variable = variableAt(source, node, node.name);
  const definition = variable?.defs[0];
  const annotation = (definition?.name as TSESTree.Identifier | undefined)?.typeAnnotation;
  if (annotation) return /\[\]$|^:\s*(?:Readonly)?Array</.test(sliceOf(source.text, annotation));
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  if (init && definition?.node.type === 'VariableDeclarator' && definition.node.id === definition.name) {
    if (isArray(source, init)) return true;
  }
  return variable?.references.some(({ identifier }) => isUsedAsArray(source, identifier)) ?? false;
}

function givesArray(callee: Node): boolean {
  const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : undefined;
  if (callee.type !== 'MemberExpression' || name === undefined) return false;
  const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object';
  return GIVING.has(name) || (LISTING.has(name) && isOfObject);
}

function isUsedAsArray(source: FixSource, use: Node): boolean {
  const member = parentOf(source, use);
  if (member?.type !== 'MemberExpression' || member.object !== use) return false;
  const call = parentOf(source, member);
  return call?.type === 'CallExpression' && call.callee === member && OWN.has(staticName(member.property, false) ?? '');
}

/** Arrays of more items are taken to be able to become any number. */
const FEW = 20;

/** Whether the source says that there are only a few items. */
export function isFew(source: FixSource, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'ArrayExpression') {
    return node.elements.length <= FEW && node.elements.every((element) => element?.type !== 'SpreadElement');
  }
  if (node.type === 'ObjectExpression') {
    return node.properties.length <= FEW && node.properties.every(({ type }) => type !== 'SpreadElement');
  }
  if (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : undefined;
    const [first, second] = node.arguments;
    if (callee.type !== 'MemberExpression' || !first) return false;
    if (name === 'slice') return isSmall(second) && isSmall(first);
    return name !== undefined && LISTING.has(name) && givesArray(callee) && isFew(source, first);
  }
  if (node.type !== 'Identifier') return isSmall(node);
  const variable = variableAt(source, node, node.name);
  const definition = variable?.defs[0]?.node;
  if (definition?.type !== 'VariableDeclarator' || definition.id.type !== 'Identifier' || !definition.init)
    return false;
  const isKept = variable?.references.every((use) => use.init === true || isLookedAt(source, use.identifier)) ?? false;
  return isKept && isFew(source, definition.init);
}

/** A use that adds nothing to what the name holds. */
function isLookedAt(source: FixSource, use: Node): boolean {
  const outer = parentOf(source, use);
  if (outer?.type === 'ForOfStatement' || outer?.type === 'ForInStatement') return outer.right === use;
  if (outer?.type !== 'MemberExpression') return outer?.type === 'CallExpression' && givesArray(unwrap(outer.callee));
  const around = parentOf(source, outer);
  if (around?.type === 'AssignmentExpression') return around.left !== outer;
  if (around?.type === 'UnaryExpression') return around.operator !== 'delete';
  if (around?.type !== 'CallExpression' || around.callee !== outer) return true;
  return LOOKING.has(staticName(outer.property, outer.computed) ?? '');
}

const LOOKING = new Set(
  'map filter forEach reduce flatMap some every find findIndex join includes indexOf slice'.split(' '),
);

function isSmall(node: Node | undefined): boolean {
  return node?.type === 'Literal' && typeof node.value === 'number' && node.value <= FEW;
}

/** Whether an expression is a map by what is written: its type, or what it was made as. */
export function isMap(source: FixSource, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type !== 'Identifier') return false;
  const definition = variableAt(source, node, node.name)?.defs[0];
  const annotation = node.typeAnnotation ?? (definition?.name as TSESTree.Identifier | undefined)?.typeAnnotation;
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  return [annotation, init].some(
    (part) => part && /^(?::\s*(?:Readonly)?|new )(?:Weak)?Map\b/.test(sliceOf(source.text, part)),
  );
}
