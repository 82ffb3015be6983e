import type { TSESTree } from '@typescript-eslint/types';
import { staticName } from './ast.ts';
import type { Binding, FunctionRecord, Scope, Write } from './records.ts';

export function createScope(parent: Scope | null, fn: FunctionRecord, isFunctionScope: boolean): Scope {
  return { parent, fn, isFunctionScope, bindings: null };
}

type Given =
  | 'index'
  | 'node'
  | 'parent'
  | 'name'
  | 'key'
  | 'flags'
  | 'nameNode'
  | 'decorators'
  | 'isAnswer'
  | 'receiver'
  | 'owner';

/** A function, or the file's body, with a scope of its own. */
export function createFunctionRecord(parent: Scope | null, given: Pick<FunctionRecord, Given>): FunctionRecord {
  // Each field by its name: to copy them takes several times as long.
  const record: Omit<FunctionRecord, 'scope'> & { scope: Scope | null } = {
    index: given.index,
    node: given.node,
    parent: given.parent,
    name: given.name,
    key: given.key,
    flags: given.flags,
    nameNode: given.nameNode,
    decorators: given.decorators,
    isAnswer: given.isAnswer,
    receiver: given.receiver,
    owner: given.owner,
    scope: null,
    paramNames: [],
    paramTypes: [],
    returns: [],
    calls: [],
    spins: [],
    awaitGroups: [],
    orderedAwaits: [],
    lengths: [],
    loops: [],
    selfCalls: [],
    steps: 0,
    waits: 0,
    delays: 0,
    isKeeping: false,
    checked: null,
    guards: undefined,
    argumentOf: undefined,
  };
  const made = record as FunctionRecord;
  made.scope = createScope(parent, made, true);
  return made;
}

export function declare(scope: Scope, name: string, write?: Write, annotation?: TSESTree.TypeNode): Binding {
  scope.bindings ??= new Map();
  let binding = scope.bindings.get(name);
  if (!binding) {
    // Most names are given a value once: a list that grows would have room for many.
    const writes = write ? [write] : [];
    binding = { name, scope, writes, annotation, added: undefined, value: undefined };
    scope.bindings.set(name, binding);
    return binding;
  }
  if (write) binding.writes.push(write);
  binding.annotation ??= annotation;
  return binding;
}

export function lookUp(scope: Scope, name: string): Binding | undefined {
  for (let current: Scope | null = scope; current; current = current.parent) {
    const binding = current.bindings?.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/** The scope that a `var` in `scope` is declared in. */
export function varScope(scope: Scope): Scope {
  let current = scope;
  while (!current.isFunctionScope && current.parent) current = current.parent;
  return current;
}

/** The path to a value that is not destructured. */
export const WHOLE_VALUE: readonly string[] = [];

/** Declares every name of a pattern; `writeAt(path)` says what the name gets, `undefined` path is not followed. */
export function declarePattern(
  scope: Scope,
  pattern: TSESTree.Node,
  writeAt: (path: readonly string[] | undefined) => Write | undefined,
): void {
  forEachTarget(pattern, WHOLE_VALUE, (target, path) => {
    if (target.type === 'Identifier') {
      declare(scope, target.name, writeAt(path), target.typeAnnotation?.typeAnnotation);
    }
  });
}

/** The same for a pattern that may take a list apart; the path then begins with the place in it. */
export function declareElements(
  scope: Scope,
  pattern: TSESTree.Node,
  writeAt: (path: readonly string[] | undefined) => Write | undefined,
): void {
  if (pattern.type !== 'ArrayPattern') return declarePattern(scope, pattern, writeAt);
  pattern.elements.forEach((element, index) => {
    if (!element) return;
    const isRest = element.type === 'RestElement';
    declarePattern(scope, element, (path) => writeAt(path && !isRest ? [String(index), ...path] : undefined));
  });
}

/** Every identifier or member that a pattern assigns to, with the property path that leads to its value. */
export function forEachTarget(
  pattern: TSESTree.Node,
  path: readonly string[] | undefined,
  visit: (target: TSESTree.Identifier | TSESTree.MemberExpression, path: readonly string[] | undefined) => void,
): void {
  switch (pattern.type) {
    case 'Identifier':
    case 'MemberExpression':
      visit(pattern, path);
      break;
    case 'AssignmentPattern':
      forEachTarget(pattern.left, path, visit);
      break;
    case 'RestElement':
      forEachTarget(pattern.argument, path, visit);
      break;
    case 'TSParameterProperty':
      forEachTarget(pattern.parameter, path, visit);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) forEachTarget(element, undefined, visit);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          forEachTarget(property.argument, path, visit);
        } else {
          const name = staticName(property.key, property.computed);
          forEachTarget(property.value, path && name !== undefined ? [...path, name] : undefined, visit);
        }
      }
      break;
    default:
  }
}
