import type { TSESTree } from '@typescript-eslint/types';
import { forEachChild, type FunctionNode, isFunctionNode, type Node, unwrap } from './ast.ts';
import { forEachTarget } from './scopes.ts';

/** What a piece of code does with names. Names are compared as text: one that is declared twice counts as one. */
export interface Usage {
  /** How often each name is read, apart from adding to what it holds. */
  readonly reads: Map<string, number>;
  readonly declared: Set<string>;
  /** Names that get another value. */
  readonly assigned: Set<string>;
  /** Names that something is added to: `total += x`, `list.push(x)`, `table[key] = x`. */
  readonly extended: Set<string>;
  readonly awaits: TSESTree.AwaitExpression[];
  /** It may end early, or goes on somewhere else. */
  leaves: boolean;
  throws: boolean;
  /** It waits in a loop of its own. */
  hasInnerWait: boolean;
}

function emptyUsage(): Usage {
  return {
    reads: new Map(),
    declared: new Set(),
    assigned: new Set(),
    extended: new Set(),
    awaits: [],
    leaves: false,
    throws: false,
    hasInnerWait: false,
  };
}

/** Methods that add to what they are called on. */
const GROWING = new Set(['push', 'add', 'set', 'append']);

interface Place {
  readonly usage: Usage;
  /** In a function of its own: what it does is done later, or in between. */
  readonly isNested: boolean;
  /** In a loop of its own, whose `break` stays inside. */
  readonly isInLoop: boolean;
}

export function usageOf(...nodes: readonly Node[]): Usage {
  const usage = emptyUsage();
  for (const node of nodes) visit(node, { usage, isNested: false, isInLoop: false });
  return usage;
}

function visit(node: Node, place: Place): void {
  if (visitStatement(node, place)) return;
  const { usage } = place;
  switch (node.type) {
    case 'Identifier':
      read(usage, node.name);
      break;
    case 'ThisExpression':
      read(usage, 'this');
      break;
    case 'MemberExpression':
      visit(node.object, place);
      if (node.computed) visit(node.property, place);
      break;
    case 'Property':
      if (node.computed) visit(node.key, place);
      visit(node.value, place);
      break;
    case 'AssignmentExpression':
      visitTarget(node.left, node.operator !== '=', place);
      visit(node.right, place);
      break;
    case 'UpdateExpression':
      visitTarget(node.argument, true, place);
      break;
    case 'UnaryExpression':
      if (node.operator === 'delete') visitTarget(node.argument, false, place);
      else visit(node.argument, place);
      break;
    case 'CallExpression':
      visitCall(node, place);
      break;
    case 'AwaitExpression':
      if (!place.isNested) {
        usage.awaits.push(node);
        if (place.isInLoop) usage.hasInnerWait = true;
      }
      visit(node.argument, place);
      break;
    case 'YieldExpression':
      usage.leaves ||= !place.isNested;
      forEachChild(node, visit, place);
      break;
    default:
      forEachChild(node, visit, place);
  }
}

/** Whether the node was a statement, a declaration or a function. */
function visitStatement(node: Node, place: Place): boolean {
  const { usage } = place;
  switch (node.type) {
    case 'VariableDeclarator':
      declare(node.id, place);
      if (node.init) visit(node.init, place);
      return true;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      visitFunction(node, place);
      return true;
    case 'CatchClause':
      if (node.param) declare(node.param, place);
      visit(node.body, place);
      return true;
    case 'ReturnStatement':
      usage.leaves ||= !place.isNested;
      forEachChild(node, visit, place);
      return true;
    case 'ThrowStatement':
      usage.throws ||= !place.isNested;
      forEachChild(node, visit, place);
      return true;
    case 'BreakStatement':
      usage.leaves ||= !place.isNested && (!place.isInLoop || node.label !== null);
      return true;
    case 'ContinueStatement':
      usage.leaves ||= !place.isNested && node.label !== null;
      return true;
    case 'SwitchStatement':
      visit(node.discriminant, place);
      // A `break` ends the `switch` only.
      for (const branch of node.cases) visit(branch, { ...place, isInLoop: place.isInLoop || !hasAwait(branch) });
      return true;
    case 'ForOfStatement':
      if (node.await && !place.isNested) usage.hasInnerWait = true;
      forEachChild(node, visit, { ...place, isInLoop: true });
      return true;
    case 'ForInStatement':
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      forEachChild(node, visit, { ...place, isInLoop: true });
      return true;
    default:
      return false;
  }
}

/** What a function does with names of its own is seen by nobody else. */
function visitFunction(node: FunctionNode, place: Place): void {
  const usage = emptyUsage();
  const inside: Place = { ...place, usage, isNested: true };
  for (const param of node.params) declare(param, inside);
  const own = new Set(usage.declared);
  visit(node.body, inside);
  if (node.body.type === 'BlockStatement') for (const name of namesDeclaredIn(node.body.body)) own.add(name);
  for (const [name, times] of usage.reads) if (!own.has(name)) read(place.usage, name, times);
  for (const part of ['declared', 'assigned', 'extended'] as const) {
    for (const name of usage[part]) if (!own.has(name)) place.usage[part].add(name);
  }
}

function namesDeclaredIn(statements: readonly Node[]): ReadonlySet<string> {
  const place: Place = { usage: emptyUsage(), isNested: true, isInLoop: false };
  for (const statement of statements) {
    if (statement.type === 'VariableDeclaration') for (const { id } of statement.declarations) declare(id, place);
  }
  return place.usage.declared;
}

function hasAwait(node: Node): boolean {
  if (node.type === 'AwaitExpression') return true;
  if (isFunctionNode(node)) return false;
  let found = false;
  forEachChild(node, (child) => {
    found ||= hasAwait(child);
  });
  return found;
}

function declare(pattern: Node, place: Place): void {
  forEachTarget(pattern, undefined, (target) => {
    if (target.type === 'Identifier') place.usage.declared.add(target.name);
  });
  visitDefaults(pattern, place);
}

/** Default values in a pattern are code; the names that it declares are not. */
function visitDefaults(pattern: Node, place: Place): void {
  if (pattern.type === 'AssignmentPattern') visit(pattern.right, place);
  if (pattern.type === 'Identifier') return;
  forEachChild(pattern, (child) => {
    if (pattern.type !== 'AssignmentPattern' || child !== pattern.right) visitDefaults(child, place);
  });
}

function visitTarget(left: Node, isStep: boolean, place: Place): void {
  const { usage } = place;
  forEachTarget(unwrap(left), undefined, (target) => {
    if (target.type === 'Identifier') {
      // What a function of its own does with it has no place in the order.
      (isStep && !place.isNested ? usage.extended : usage.assigned).add(target.name);
      return;
    }
    if (target.computed) visit(target.property, place);
    extend(target.object, place);
  });
}

/** Something below the name at the root of a chain changes. */
function extend(object: Node, place: Place): void {
  let root = unwrap(object);
  while (root.type === 'MemberExpression') {
    if (root.computed) visit(root.property, place);
    root = unwrap(root.object);
  }
  const { usage } = place;
  const name = root.type === 'Identifier' ? root.name : root.type === 'ThisExpression' ? 'this' : undefined;
  if (name === undefined) visit(root, place);
  else if (place.isNested) usage.assigned.add(name);
  else usage.extended.add(name);
}

function visitCall(node: TSESTree.CallExpression, place: Place): void {
  const callee = unwrap(node.callee);
  const isGrowth =
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    GROWING.has(callee.property.name) &&
    unwrap(callee.object).type === 'Identifier';
  if (isGrowth) extend(callee.object, place);
  else visit(node.callee, place);
  for (const argument of node.arguments) visit(argument, place);
}

function read({ reads }: Usage, name: string, times = 1): void {
  reads.set(name, (reads.get(name) ?? 0) + times);
}

/** Whether a piece of code reads one of some names. */
export function readsAny({ reads }: Usage, names: ReadonlySet<string>): boolean {
  for (const name of reads.keys()) if (names.has(name)) return true;
  return false;
}
