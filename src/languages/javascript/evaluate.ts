import type { TSESTree } from '@typescript-eslint/types';
import type { PropertyFacts, ValueId } from '../../model/facts.ts';
import { lastName, type Node, staticName, unwrap } from './ast.ts';
import { isCollection, isEmptyCollection, ITEM, itemOf, ITERATION, saysNothing, withAdded } from './collections.ts';
import { evaluateImport, isMadeRequire, specialCall } from './evaluate-calls.ts';
import { constructedExpression, evaluateConstant, fileValue } from './evaluate-constants.ts';
import { handedOver } from './handed-over.ts';
import { receiverOfThis } from './receivers.ts';
import type { Binding, ClassRecord, FunctionRecord, Receiver, Scope, Write } from './records.ts';
import { lookUp } from './scopes.ts';
import { madeCollection, typeValue } from './type-values.ts';
import { createValueStore, isDefinite } from '../values.ts';
import {
  type Evaluator,
  intern,
  internGlobal,
  internImport,
  internIndexed,
  internMember,
  internParam,
  internUnion,
  UNKNOWN,
} from './value-table.ts';
import type { Walk } from './walk-state.ts';

/** @param self a specifier by which the file imports itself: what `exports.x` reads */
export function createEvaluator(walk: Walk, self: string): Evaluator {
  const evaluator: Evaluator = {
    walk,
    evaluate: (expression, scope) => evaluate(evaluator, expression, scope),
    self,
    ...createValueStore(),
    objectOf: new Map(),
    busyTypes: new Set(),
  };
  return evaluator;
}

export function evaluate(evaluator: Evaluator, expression: Node, scope: Scope): ValueId {
  const node = unwrap(expression);
  // The most frequent ones first: each is compared with what is above it.
  switch (node.type) {
    case 'Identifier':
      return evaluateName(evaluator, node.name, scope);
    case 'MemberExpression':
      return evaluateMember(evaluator, node, scope);
    case 'CallExpression':
      return evaluateCall(evaluator, node, scope);
    case 'Literal':
      return evaluateConstant(evaluator, node);
    case 'ThisExpression':
      return receiverValue(evaluator, receiverOfThis(scope.fn));
    case 'TSQualifiedName':
      return internMember(evaluator, evaluate(evaluator, node.left, scope), node.right.name);
    case 'NewExpression':
      return (
        fileValue(evaluator, node) ??
        constructedExpression(evaluator, node, scope) ??
        madeCollection(evaluator, node, scope) ??
        derive(evaluator, 'instance', evaluate(evaluator, node.callee, scope))
      );
    case 'ImportExpression':
      return evaluateImport(evaluator, node.source, scope);
    case 'AwaitExpression':
      return evaluate(evaluator, node.argument, scope);
    case 'AssignmentExpression':
      return evaluate(evaluator, node.right, scope);
    case 'SequenceExpression':
      return evaluate(evaluator, node.expressions.at(-1) as Node, scope);
    case 'ConditionalExpression':
      return internUnion(evaluator, [
        evaluate(evaluator, node.consequent, scope),
        evaluate(evaluator, node.alternate, scope),
      ]);
    case 'LogicalExpression':
      return evaluateLogical(evaluator, node, scope);
    case 'ArrayExpression':
      return intern(evaluator, [
        'array',
        node.elements.map((element) => (element ? evaluate(evaluator, element, scope) : UNKNOWN)),
      ]);
    case 'ObjectExpression':
      return evaluateObject(evaluator, node);
    case 'UnaryExpression':
      // A number that is made of a text comes from where that comes from.
      return node.operator === '+' ? evaluate(evaluator, node.argument, scope) : evaluateConstant(evaluator, node);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return functionValue(evaluator, evaluator.walk.functionOf.get(node));
    case 'ClassDeclaration':
    case 'ClassExpression':
      return classValue(evaluator, evaluator.walk.classOf.get(node));
    default:
      return evaluateConstant(evaluator, node);
  }
}

function functionValue(evaluator: Evaluator, fn: FunctionRecord | undefined): ValueId {
  return fn ? internIndexed(evaluator, 'function', fn.index) : UNKNOWN;
}

function classValue(evaluator: Evaluator, record: ClassRecord | undefined): ValueId {
  return record ? internIndexed(evaluator, 'class', record.index) : UNKNOWN;
}

function derive(evaluator: Evaluator, kind: 'result' | 'instance', of: ValueId): ValueId {
  return of === UNKNOWN ? UNKNOWN : internIndexed(evaluator, kind, of);
}

function evaluateName(evaluator: Evaluator, name: string, scope: Scope): ValueId {
  const binding = lookUp(scope, name);
  if (binding) return bindingValue(evaluator, binding);
  if (name === 'undefined') return UNKNOWN;
  if (name === 'exports') return internImport(evaluator, evaluator.self);
  return internGlobal(evaluator, name);
}

function bindingValue(evaluator: Evaluator, binding: Binding): ValueId {
  if (binding.value === 'busy') return UNKNOWN;
  if (binding.value !== undefined) return binding.value;
  binding.value = 'busy';
  const written = preferAnnotation(
    evaluator,
    writtenValue(evaluator, binding.writes),
    binding.annotation,
    binding.scope,
  );
  const value = binding.added ? withAdded(evaluator, written, binding.added) : written;
  binding.value = value;
  return value;
}

function writtenValue(evaluator: Evaluator, writes: readonly Write[]): ValueId {
  const first = writes[0];
  if (first && writes.length === 1) return writeValue(evaluator, first);
  const written: ValueId[] = [];
  for (const write of writes) if (write.kind !== 'appended') written.push(writeValue(evaluator, write));
  return internUnion(evaluator, written);
}

/** An annotation helps where the assigned value says nothing. */
function preferAnnotation(
  evaluator: Evaluator,
  written: ValueId,
  annotation: TSESTree.TypeNode | null | undefined,
  scope: Scope,
): ValueId {
  if (!annotation || (isDefinite(evaluator, written) && !isEmptyCollection(evaluator, written))) return written;
  const type = typeValue(evaluator, annotation, scope);
  // Where a list comes from tells how long it is, which its type does not.
  if (type === undefined || (isCollection(evaluator, type) && !saysNothing(evaluator, written))) return written;
  // What type a parameter has is known of the parameter; who it comes from is not known of the type.
  return evaluator.values[written]?.[0] === 'param' ? written : type;
}

function writeValue(evaluator: Evaluator, write: Write): ValueId {
  switch (write.kind) {
    case 'expression':
      return followPath(evaluator, evaluate(evaluator, write.node, write.scope), write.path);
    case 'param':
      return followPath(evaluator, paramValue(evaluator, write.fn, write.index), write.path);
    case 'import': {
      const namespace = internImport(evaluator, write.specifier);
      return write.name === null ? namespace : internMember(evaluator, namespace, write.name);
    }
    case 'function':
      return functionValue(evaluator, write.fn);
    case 'class':
      return classValue(evaluator, write.record);
    case 'namespace':
      return namespaceValue(evaluator, write.members);
    case 'element': {
      const of = evaluate(evaluator, write.node, write.scope);
      const [place, ...path] = write.path ?? [];
      if (write.isRound) {
        const isPart = place !== undefined && /^\d/.test(place);
        return followPath(evaluator, itemOf(evaluator, of, isPart ? ITERATION : ITEM), write.path ?? []);
      }
      const list = evaluator.values[of];
      return list?.[0] === 'array' ? followPath(evaluator, list[1][Number(place)] ?? UNKNOWN, path) : UNKNOWN;
    }
    case 'appended':
    case 'opaque':
      return UNKNOWN;
  }
}

function followPath(evaluator: Evaluator, from: ValueId, path: readonly string[]): ValueId {
  if (from === UNKNOWN || path.length === 0) return from;
  return path.reduce((of, name) => internMember(evaluator, of, name), from);
}

export function paramValue(evaluator: Evaluator, fn: FunctionRecord, index: number): ValueId {
  return internParam(evaluator, fn.index, index);
}

function namespaceValue(evaluator: Evaluator, members: { names: readonly string[]; scope: Scope }): ValueId {
  const index = evaluator.objects.push({ properties: [], spreads: [] }) - 1;
  const properties = members.names.map((name): PropertyFacts => [name, evaluateName(evaluator, name, members.scope)]);
  evaluator.objects[index] = { properties, spreads: [] };
  return internIndexed(evaluator, 'object', index);
}

function receiverValue(evaluator: Evaluator, receiver: Receiver | undefined): ValueId {
  switch (receiver?.kind) {
    case 'instance':
      return derive(evaluator, 'instance', classValue(evaluator, receiver.record));
    case 'static':
      return classValue(evaluator, receiver.record);
    case 'object':
      return evaluateObject(evaluator, receiver.node);
    case 'prototype':
      return derive(evaluator, 'instance', evaluate(evaluator, receiver.node, receiver.scope));
    case 'constructed':
      return derive(evaluator, 'instance', functionValue(evaluator, receiver.fn));
    default:
      return UNKNOWN;
  }
}

function evaluateMember(evaluator: Evaluator, node: TSESTree.MemberExpression, scope: Scope): ValueId {
  const name = staticName(node.property, node.computed) ?? constantKey(evaluator, node.property, scope);
  if (name === undefined) return itemOf(evaluator, evaluate(evaluator, node.object, scope));
  if (node.object.type === 'NewExpression') {
    const file = fileValue(evaluator, node);
    if (file !== undefined) return file;
  }
  if (node.object.type === 'Super') return superMember(evaluator, name, scope);
  if (node.object.type === 'Identifier' && name === 'exports' && node.object.name === 'module') {
    if (!lookUp(scope, 'module')) return internImport(evaluator, evaluator.self);
  }
  return internMember(evaluator, evaluate(evaluator, node.object, scope), name);
}

/** `fs[method]` where `method` is a constant string. */
function constantKey(evaluator: Evaluator, key: Node, scope: Scope): string | undefined {
  if (key.type !== 'Identifier') return undefined;
  const value = evaluator.values[evaluate(evaluator, key, scope)];
  return value?.[0] === 'literal' && typeof value[1] === 'string' ? value[1] : undefined;
}

function superMember(evaluator: Evaluator, name: string, scope: Scope): ValueId {
  const receiver = receiverOfThis(scope.fn);
  if (receiver?.kind !== 'instance' && receiver?.kind !== 'static') return UNKNOWN;
  const { superClass } = receiver.record.node;
  if (!superClass) return UNKNOWN;
  const base = evaluate(evaluator, superClass, receiver.record.scope);
  return internMember(evaluator, receiver.kind === 'instance' ? derive(evaluator, 'instance', base) : base, name);
}

function evaluateCall(evaluator: Evaluator, node: TSESTree.CallExpression, scope: Scope): ValueId {
  const callee = unwrap(node.callee);
  const name = lastName(callee);
  const special = specialCall(evaluator, node, name, scope);
  if (special !== undefined) return special;
  const first = node.arguments[0];
  const called = calleeValue(evaluator, callee, scope, first);
  if (first && isMadeRequire(evaluator, called)) return evaluateImport(evaluator, first, scope);
  if (first && isPromisify(evaluator, called)) return promisified(evaluator, evaluate(evaluator, first, scope));
  const handed = handedOver(evaluator, node, called, scope);
  return handed ? intern(evaluator, ['result', called, handed]) : derive(evaluator, 'result', called);
}

/** `promisify` of Node's `util`. */
function isPromisify({ values, imports }: Evaluator, id: ValueId): boolean {
  const value = values[id];
  const module = value?.[0] === 'member' && value[2] === 'promisify' ? values[value[1]] : undefined;
  return module?.[0] === 'import' && /^(?:node:)?util$/.test(imports[module[1]] ?? '');
}

/** The catalog knows by this name what a function with a callback becomes. */
function promisified(evaluator: Evaluator, of: ValueId): ValueId {
  return of === UNKNOWN ? UNKNOWN : internMember(evaluator, of, 'promisified');
}

/** The callee of a call; `f.call(…)` and `f.apply(…)` call `f`, unless `f` is an object with such a method. */
export function calleeValue(evaluator: Evaluator, callee: Node, scope: Scope, first?: Node): ValueId {
  if (callee.type === 'Super') {
    const receiver = receiverOfThis(scope.fn);
    const base = receiver?.kind === 'instance' ? receiver.record.node.superClass : null;
    return base && receiver?.kind === 'instance' ? evaluate(evaluator, base, receiver.record.scope) : UNKNOWN;
  }
  if (callee.type === 'MemberExpression') {
    const name = staticName(callee.property, callee.computed);
    if (name === 'call' || name === 'apply') {
      const target = evaluate(evaluator, callee.object, scope);
      if (isCallable(evaluator, target) || (first && isReceiver(first))) return target;
    }
  }
  return evaluate(evaluator, callee, scope);
}

/** What people hand to `call` and `apply`, and to hardly any method of an object: `this`, or nothing. */
function isReceiver(node: Node): boolean {
  if (node.type === 'Literal') return node.value === null && !('regex' in node);
  return node.type === 'ThisExpression' || (node.type === 'Identifier' && node.name === 'undefined');
}

function isCallable(evaluator: Evaluator, id: ValueId): boolean {
  const kind = evaluator.values[id]?.[0];
  return kind === 'function' || kind === 'class' || kind === 'member';
}

function evaluateLogical(evaluator: Evaluator, node: TSESTree.LogicalExpression, scope: Scope): ValueId {
  const right = evaluate(evaluator, node.right, scope);
  return node.operator === '&&' ? right : internUnion(evaluator, [evaluate(evaluator, node.left, scope), right]);
}

/** A name that nobody can ask for. */
const UNNAMED = '[name]';

function evaluateObject(evaluator: Evaluator, node: TSESTree.ObjectExpression): ValueId {
  const known = evaluator.objectOf.get(node);
  if (known !== undefined) return known;
  const index = evaluator.objects.push({ properties: [], spreads: [] }) - 1;
  const id = internIndexed(evaluator, 'object', index);
  evaluator.objectOf.set(node, id);
  const scope = evaluator.walk.scopeOf.get(node);
  if (!scope) return id;
  const properties: PropertyFacts[] = [];
  const spreads: ValueId[] = [];
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      spreads.push(evaluate(evaluator, property.argument, scope));
      continue;
    }
    const name = staticName(property.key, property.computed) ?? constantKey(evaluator, property.key, scope);
    // What has a name of the run is among all that the table holds.
    if (property.kind !== 'set') properties.push([name ?? UNNAMED, evaluate(evaluator, property.value, scope)]);
  }
  evaluator.objects[index] = { properties, spreads };
  return id;
}
