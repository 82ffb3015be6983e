import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import {
  calleeText,
  forEachChild,
  isClassNode,
  isFunctionNode,
  lastName,
  type Node,
  staticName,
  unwrap,
} from './ast.ts';
import { addItem, noteAddition } from './collections.ts';
import { noteGuard, visitBranch } from './conditions.ts';
import { noteDeclaredType } from './declared-types.ts';
import { developmentFlags } from './development.ts';
import { environmentFlags } from './environment.ts';
import { isDecoration, isRedecorated, noteDecoration } from './decorations.ts';
import { isExportsObject, noteExportCall } from './export-calls.ts';
import { failureFlagsOf, isProbe } from './failures.ts';
import { noteRead } from './getters.ts';
import { endsProcess, flagOf, isCacheFill, isOuterPlace } from './guards.ts';
import { noteLimit } from './limits.ts';
import { receiverOfThis } from './receivers.ts';
import type { CallRecord, Receiver } from './records.ts';
import { forEachTarget, lookUp, WHOLE_VALUE } from './scopes.ts';
import { noteChange } from './side-effects.ts';
import { type Visitors, type Walk, withFlags } from './walk-state.ts';
import { hintName } from './walk-declarations.ts';
import { noteCall, noteCopy, noteDelay } from './walk-loops.ts';
import { addMember, visitDefaults, visitFunction } from './walk-functions.ts';

export const expressionVisitors: Visitors = {
  CallExpression: visitCall,
  NewExpression: visitCall,
  TaggedTemplateExpression: visitTaggedTemplate,
  AssignmentExpression: visitAssignment,
  LogicalExpression: visitLogical,
  ConditionalExpression: visitConditional,
  MemberExpression: (walk, node) => {
    walk.visit(node.object);
    walk.visit(node.property);
    if (walk.getters.size > 0) noteRead(walk, node);
  },
  BinaryExpression: visitBinary,
  AwaitExpression: (walk, node) => {
    walk.fn.waits += 1;
    noteDelay(walk, node.argument);
    walk.awaited = unwrap(node.argument);
    walk.visit(node.argument);
  },
  YieldExpression: (walk, node) => {
    walk.fn.waits += 1;
    noteDelay(walk, null);
    if (node.argument) walk.visit(node.argument);
  },
  ObjectExpression: visitObject,
  ArrayExpression: (walk, node) => {
    noteCopy(walk, node);
    for (const element of node.elements) {
      if (!element) continue;
      if (element.type === 'Identifier') walk.escapes.push({ node: element, scope: walk.scope, value: undefined });
      walk.visit(element);
    }
  },
  JSXAttribute: visitJsxAttribute,
};

function visitCall(walk: Walk, node: TSESTree.CallExpression | TSESTree.NewExpression): void {
  const awaited = walk.awaited === node;
  walk.awaited = null;
  const isNew = node.type === 'NewExpression';
  const callee = unwrap(node.callee);
  const call: CallRecord = {
    callee,
    name: lastName(callee),
    args: node.arguments,
    isNew,
    at: nameOfCallee(callee),
    scope: walk.scope,
    flags:
      walk.flags |
      (awaited ? CallFlag.Awaited : 0) |
      (isNew ? CallFlag.New : 0) |
      (endsProcess(node) ? CallFlag.BeforeExit : 0),
    index: -1,
  };
  walk.fn.calls.push(call);
  noteCall(walk, node, call);
  if (isFunctionNode(callee)) walk.hint = { name: 'immediately invoked function', key: '<iife>', node: callee };
  walk.visit(node.callee);
  walk.hint = undefined;
  if (!isNew) {
    noteExportCall(walk, node, call.name);
    noteAddition(walk, call);
    if (isDecoration(node, call.name)) noteDecoration(walk, node);
  }
  visitArguments(walk, node, call);
}

/** What a finding underlines: the last name of the callee. */
function nameOfCallee(callee: Node): Node {
  switch (callee.type) {
    case 'MemberExpression':
      return nameOfCallee(callee.property);
    case 'SequenceExpression':
      return nameOfCallee(callee.expressions.at(-1) ?? callee);
    default:
      return callee;
  }
}

function visitArguments(walk: Walk, node: TSESTree.CallExpression | TSESTree.NewExpression, call: CallRecord): void {
  let label: string | undefined;
  node.arguments.forEach((argument, index) => {
    const inner = unwrap(argument);
    if (!isFunctionNode(inner)) {
      walk.visit(argument);
      return;
    }
    label ??= calleeText(walk.source, node.callee);
    walk.hint = { name: `callback of ${label}`, key: `${label}()`, node: inner };
    const own = node.type === 'CallExpression' ? failureFlagsOf(node, index) : 0;
    // What a failure sets going runs only on failure, too.
    const callFlags = own | (walk.flags & CallFlag.OnFailure);
    const record = visitFunction(walk, inner, {
      callFlags,
      isAnswer: isProbe(node),
      ...(call.loop && { loop: call.loop }),
    });
    record.argumentOf = { call, index };
    if (isAsyncHelper(node)) record.flags |= FunctionFlag.Async;
  });
}

/** What compilers make of `async` functions: the generator that is passed is the async body. */
function isAsyncHelper(node: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const { callee } = node;
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression'
        ? staticName(callee.property, callee.computed)
        : undefined;
  return name === '__awaiter' || name === '_asyncToGenerator' || name === '__async';
}

function visitTaggedTemplate(walk: Walk, node: TSESTree.TaggedTemplateExpression): void {
  const callee = unwrap(node.tag);
  walk.fn.calls.push({
    callee,
    name: lastName(callee),
    args: [],
    isNew: false,
    at: nameOfCallee(callee),
    scope: walk.scope,
    flags: walk.flags | CallFlag.HasMore,
    index: -1,
  });
  walk.visit(node.tag);
  walk.visit(node.quasi);
}

function visitLogical(walk: Walk, node: TSESTree.LogicalExpression): void {
  walk.visit(node.left);
  const from = walk.fn.calls.length;
  const right = unwrap(node.right);
  const fills = node.operator !== '&&' && right.type === 'AssignmentExpression' && isCacheFill(walk, node.left, right);
  const filling = fills ? flagOf(walk, { node: right.left, keyed: false }) : 0;
  const branch = node.operator === '&&' ? developmentFlags(node.left).consequent | environmentFlags(node.left) : 0;
  withFlags(walk, filling | branch, () => {
    walk.visit(node.right);
  });
  if (node.operator !== '??') noteGuard(walk, node.left, node.operator === '&&', from);
}

function visitConditional(walk: Walk, node: TSESTree.ConditionalExpression): void {
  walk.visit(node.test);
  const { consequent, alternate } = developmentFlags(node.test);
  withFlags(walk, consequent | environmentFlags(node.test), () => {
    visitBranch(walk, node.test, true, node.consequent);
  });
  withFlags(walk, alternate, () => {
    visitBranch(walk, node.test, false, node.alternate);
  });
}

function visitBinary(walk: Walk, node: TSESTree.BinaryExpression): void {
  noteLimit(walk, node);
  walk.visit(node.left);
  walk.visit(node.right);
}

function visitObject(walk: Walk, node: TSESTree.ObjectExpression): void {
  noteCopy(walk, node);
  walk.scopeOf.set(node, walk.scope);
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      walk.visit(property.argument);
      continue;
    }
    if (property.computed) walk.visit(property.key);
    const name = staticName(property.key, property.computed);
    const value = unwrap(property.value);
    if (isFunctionNode(value)) {
      const receiver: Receiver = { kind: 'object', node, scope: walk.scope };
      if (value !== property.value) noteDeclaredType(walk, property.value);
      visitFunction(walk, value, {
        name: name ?? 'anonymous method',
        key: name ?? '<computed>',
        nameNode: property.key,
        flags:
          FunctionFlag.Method |
          (property.kind === 'get' ? FunctionFlag.Getter : 0) |
          (property.kind === 'set' ? FunctionFlag.Setter : 0),
        ...(value.type === 'FunctionExpression' && { receiver }),
      });
      continue;
    }
    if (value.type === 'Identifier') walk.escapes.push({ node: value, scope: walk.scope, value: undefined });
    if (name !== undefined) hintName(walk, value, property.key, name);
    walk.visit(property.value);
    walk.hint = undefined;
  }
}

function visitJsxAttribute(walk: Walk, node: TSESTree.JSXAttribute): void {
  const { value, name } = node;
  if (value?.type !== 'JSXExpressionContainer' || name.type !== 'JSXIdentifier' || !/^on[A-Z]/.test(name.name)) {
    forEachChild(node, walk.visit);
    return;
  }
  const handler = unwrap(value.expression);
  const call: CallRecord = {
    callee: null,
    name: '',
    args: [handler],
    isNew: false,
    at: name,
    scope: walk.scope,
    flags: walk.flags,
    index: -1,
  };
  walk.fn.calls.push(call);
  if (isFunctionNode(handler)) {
    walk.hint = { name: `${name.name} handler`, key: name.name, node: handler };
    visitFunction(walk, handler).argumentOf = { call, index: 0 };
  } else {
    walk.visit(handler);
  }
}

function visitAssignment(walk: Walk, node: TSESTree.AssignmentExpression): void {
  const { left, right, operator } = node;
  if (left.type === 'MemberExpression' && left.computed) walk.fn.isKeeping = true;
  noteChange(walk, left);
  const keeps = operator === '=' || operator === '??=' || operator === '||=';
  if (keeps) noteTargets(walk, left, right);
  else if (operator === '+=' && left.type === 'Identifier') {
    walk.writes.push({
      name: left.name,
      scope: walk.scope,
      write: { kind: 'appended', node: right, scope: walk.scope },
    });
  }
  const inner = unwrap(right);
  if (left.type === 'MemberExpression' && isFunctionNode(inner)) {
    visitAssignedMethod(walk, left, inner, assignedName(walk, left) ?? 'anonymous function');
    return;
  }
  visitDefaults(walk, left);
  const name = isFunctionNode(inner) || isClassNode(inner) ? assignedName(walk, left) : undefined;
  if (name !== undefined) hintName(walk, right, left.type === 'MemberExpression' ? left.property : left, name);
  const fills = (operator === '??=' || operator === '||=') && isOuterPlace(walk, left);
  withFlags(walk, fills ? flagOf(walk, { node: left, keyed: false }) : 0, () => {
    walk.visit(right);
  });
  walk.hint = undefined;
}

function visitAssignedMethod(
  walk: Walk,
  left: TSESTree.MemberExpression,
  value: TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration,
  name: string,
): void {
  walk.visit(left.object);
  const receiver = value.type === 'FunctionExpression' ? receiverOf(walk, left) : undefined;
  visitFunction(walk, value, {
    name,
    key: name,
    nameNode: left.property,
    flags: FunctionFlag.Method,
    ...(receiver && { receiver }),
  });
}

/** `this` in a function that is assigned to a prototype is an instance. */
function receiverOf(walk: Walk, left: TSESTree.MemberExpression): Receiver | undefined {
  const { object } = left;
  if (object.type === 'MemberExpression' && staticName(object.property, object.computed) === 'prototype') {
    return { kind: 'prototype', node: object.object, scope: walk.scope };
  }
  return undefined;
}

function assignedName(walk: Walk, left: Node): string | undefined {
  if (left.type === 'Identifier') return left.name;
  if (left.type !== 'MemberExpression') return undefined;
  const name = staticName(left.property, left.computed);
  if (name === undefined) return undefined;
  const text = calleeText(walk.source, left.object);
  if (text === 'exports' || text === 'module.exports' || text === 'this') return name;
  if (text === 'module') return 'module.exports';
  return `${text.replace(/\.prototype$/, '')}.${name}`;
}

function noteTargets(walk: Walk, left: Node, right: Node): void {
  forEachTarget(left, WHOLE_VALUE, (target, path) => {
    if (target.type === 'Identifier') {
      if (isRedecorated(target.name, right)) return;
      const write = path
        ? ({ kind: 'expression', node: right, scope: walk.scope, path } as const)
        : ({ kind: 'opaque' } as const);
      walk.writes.push({ name: target.name, scope: walk.scope, write });
    } else if (path?.length === 0) {
      noteMemberTarget(walk, target, right);
    }
  });
}

function noteMemberTarget(walk: Walk, target: TSESTree.MemberExpression, right: Node): void {
  const name = staticName(target.property, target.computed);
  const { object } = target;
  if (name === undefined) return addItem(walk, object, 'list', right);
  if (object.type === 'ThisExpression') {
    noteField(walk, name, right);
  } else if (isModuleObject(walk, object) && name === 'exports') {
    walk.exports.push({ kind: 'assign', node: right, scope: walk.scope });
  } else if (isExportsObject(walk, object)) {
    walk.exports.push({ kind: 'named', name, node: right, scope: walk.scope });
  } else {
    walk.assignments.push({ target: object, name, value: right, scope: walk.scope });
  }
}

function isModuleObject(walk: Walk, node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'module' && !lookUp(walk.scope, 'module');
}

/** `this.name = value`. */
function noteField(walk: Walk, name: string, value: Node): void {
  const receiver = receiverOfThis(walk.fn);
  if (receiver?.kind === 'instance' || receiver?.kind === 'static') {
    const table = receiver.kind === 'instance' ? receiver.record.members : receiver.record.statics;
    addMember(table, name, { kind: 'expression', node: value, scope: walk.scope });
  } else {
    walk.assignments.push({ target: THIS, name, value, scope: walk.scope });
  }
}

/** Stands for `this` as the target of an assignment. */
const THIS = { type: 'ThisExpression' } as TSESTree.ThisExpression;
