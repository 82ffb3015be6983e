import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import { type ClassNode, type FunctionNode, isFunctionNode, type Node, staticName, unwrap } from './ast.ts';
import { noteDeclaredType, noteReturnedType } from './declared-types.ts';
import type { LoopRecord } from './loop-records.ts';
import type { ClassRecord, FunctionRecord, MemberSource, PlacedNode, Receiver } from './records.ts';
import { createFunctionRecord, createScope, declare, declarePattern, forEachTarget, WHOLE_VALUE } from './scopes.ts';
import type { Visitors, Walk } from './walk-state.ts';

interface FunctionOptions {
  readonly name?: string;
  readonly key?: string;
  readonly nameNode?: Node | null;
  readonly flags?: number;
  readonly receiver?: Receiver;
  readonly owner?: ClassRecord;
  readonly decorators?: readonly Node[];
  /** The loop whose body it is. */
  readonly loop?: LoopRecord;
  /** `CallFlag` bits of all that it calls. */
  readonly callFlags?: number;
  /** It gets the answer of a question, and an error is one. */
  readonly isAnswer?: boolean;
}

export const functionVisitors: Visitors = {
  FunctionDeclaration: visitFunctionDeclaration,
  FunctionExpression: (walk, node) => void visitFunction(walk, node),
  ArrowFunctionExpression: (walk, node) => void visitFunction(walk, node),
  ClassDeclaration: (walk, node) => void visitClass(walk, node),
  ClassExpression: (walk, node) => void visitClass(walk, node),
  ReturnStatement: (walk, node) => {
    if (!node.argument) return;
    noteReturned(walk, node.argument, walk.fn);
    walk.visit(node.argument);
  },
};

function noteReturned(walk: Walk, node: Node, fn: FunctionRecord): void {
  const returned: PlacedNode = { node, scope: walk.scope, value: undefined };
  fn.returns.push(returned);
  walk.escapes.push(returned);
  noteReturnedType(walk, node, fn);
}

function visitFunctionDeclaration(walk: Walk, node: FunctionNode): void {
  const scope = walk.scope;
  const record = visitFunction(walk, node);
  if (node.id) declare(scope, node.id.name, { kind: 'function', fn: record });
}

/** Notes the function down and walks into it. */
export function visitFunction(walk: Walk, node: FunctionNode, options: FunctionOptions = {}): FunctionRecord {
  const hint = walk.hint;
  walk.hint = undefined;
  const naming = {
    name: options.name ?? node.id?.name ?? hint?.name ?? 'anonymous function',
    key: options.key ?? node.id?.name ?? hint?.key ?? '<anonymous>',
    node: options.nameNode ?? node.id ?? hint?.node ?? null,
  };
  const record = createRecord(walk, node, naming, options);
  walk.functionOf.set(node, record);
  if (options.loop) walk.callbackLoops.set(record, options.loop);
  enter(walk, record, options.callFlags ?? 0, () => {
    if (node.type === 'FunctionExpression' && node.id)
      declare(walk.scope, node.id.name, { kind: 'function', fn: record });
    node.params.forEach((param, index) => {
      visitParam(walk, record, param, index);
    });
    if (node.body.type === 'BlockStatement') {
      walk.visit(node.body);
    } else {
      noteReturned(walk, node.body, record);
      walk.visit(node.body);
    }
  });
  return record;
}

function createRecord(
  walk: Walk,
  node: FunctionNode | ClassNode,
  naming: { readonly name: string; readonly key: string; readonly node: Node | null },
  options: FunctionOptions,
): FunctionRecord {
  const path = walk.fn.index === 0 || options.owner ? naming.key : `${walk.fn.key}.${naming.key}`;
  const count = (walk.keys.get(path) ?? 0) + 1;
  walk.keys.set(path, count);
  const record = createFunctionRecord(walk.scope, {
    index: walk.functions.length,
    node,
    parent: walk.fn,
    name: naming.name,
    key: count === 1 ? path : `${path}#${count}`,
    flags: (options.flags ?? 0) | (isFunctionNode(node) ? modifierFlags(node) : 0),
    nameNode: naming.node,
    decorators: options.decorators ?? [],
    isAnswer: options.isAnswer ?? false,
    receiver: options.receiver,
    owner: options.owner,
  });
  walk.functions.push(record);
  return record;
}

function modifierFlags(node: FunctionNode): number {
  return (node.async ? FunctionFlag.Async : 0) | (node.generator ? FunctionFlag.Generator : 0);
}

/** Walks `inner` as a part of the function. */
function enter(walk: Walk, record: FunctionRecord, callFlags: number, inner: () => void): void {
  const { fn, scope, flags, awaited, loop, steps, arm } = walk;
  walk.fn = record;
  walk.scope = record.scope;
  walk.flags = (flags & CallFlag.OffLoop) | callFlags;
  walk.awaited = null;
  walk.loop = null;
  walk.steps = 0;
  walk.arm = null;
  inner();
  record.steps += walk.steps;
  walk.loop = loop;
  walk.steps = steps;
  walk.arm = arm;
  walk.fn = fn;
  walk.scope = scope;
  walk.flags = flags;
  walk.awaited = awaited;
}

function visitParam(walk: Walk, record: FunctionRecord, param: TSESTree.Parameter, index: number): void {
  const target = parameterTarget(param);
  record.paramNames.push(target.type === 'Identifier' ? target.name : '');
  record.paramTypes.push(annotationOf(target));
  declarePattern(walk.scope, param, (path) =>
    path && param.type !== 'RestElement' ? { kind: 'param', fn: record, index, path } : { kind: 'opaque' },
  );
  if (param.type === 'TSParameterProperty' && target.type === 'Identifier' && record.owner) {
    addMember(record.owner.members, target.name, { kind: 'param', fn: record, index });
    const { parameter } = param;
    if (parameter.type === 'AssignmentPattern')
      addMember(record.owner.members, target.name, { kind: 'expression', node: parameter.right, scope: walk.scope });
  }
  visitDefaults(walk, param);
}

function parameterTarget(param: TSESTree.Parameter): Node {
  const inner = param.type === 'TSParameterProperty' ? param.parameter : param;
  return inner.type === 'AssignmentPattern' ? inner.left : inner;
}

function annotationOf(target: Node): TSESTree.TypeNode | null {
  switch (target.type) {
    case 'Identifier':
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
      return target.typeAnnotation?.typeAnnotation ?? null;
    default:
      return null;
  }
}

/** A default is one of the values that the names of a pattern may have. */
function noteDefault(walk: Walk, { left, right }: TSESTree.AssignmentPattern): void {
  const { scope } = walk;
  forEachTarget(left, WHOLE_VALUE, (target, path) => {
    if (target.type !== 'Identifier' || !path) return;
    walk.writes.push({ name: target.name, scope, write: { kind: 'expression', node: right, scope, path } });
  });
}

/** Default values in a pattern are code. */
export function visitDefaults(walk: Walk, pattern: Node): void {
  switch (pattern.type) {
    case 'AssignmentPattern':
      walk.visit(pattern.right);
      noteDefault(walk, pattern);
      visitDefaults(walk, pattern.left);
      break;
    case 'TSParameterProperty':
      visitDefaults(walk, pattern.parameter);
      break;
    case 'RestElement':
      visitDefaults(walk, pattern.argument);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) visitDefaults(walk, element);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'Property' && property.computed) walk.visit(property.key);
        visitDefaults(walk, property.type === 'Property' ? property.value : property.argument);
      }
      break;
    case 'MemberExpression':
      // It is written to, not read.
      walk.visit(pattern.object);
      walk.visit(pattern.property);
      break;
    default:
  }
}

function visitClass(walk: Walk, node: ClassNode): ClassRecord {
  const hint = walk.hint;
  walk.hint = undefined;
  const outer = walk.scope;
  const scope = createScope(outer, walk.fn, false);
  const record: ClassRecord = {
    index: walk.classes.length,
    node,
    name: node.id?.name ?? hint?.name ?? 'anonymous class',
    scope,
    members: new Map(),
    statics: new Map(),
    decorators: node.decorators.map((decorator) => decorator.expression),
  };
  walk.classes.push(record);
  walk.classOf.set(node, record);
  if (node.id) declare(node.type === 'ClassDeclaration' ? outer : scope, node.id.name, { kind: 'class', record });
  walk.scope = scope;
  if (node.superClass) walk.visit(node.superClass);
  for (const decorator of node.decorators) walk.visit(decorator.expression);
  visitMembers(walk, record);
  walk.scope = outer;
  return record;
}

function visitMembers(walk: Walk, record: ClassRecord): void {
  const elements = record.node.body.body;
  const constructorNode = elements.find(
    (element) => element.type === 'MethodDefinition' && element.kind === 'constructor',
  );
  const initialised = elements.some(
    (element) => element.type === 'PropertyDefinition' && !element.static && element.value && !isInert(element.value),
  );
  let constructor: FunctionRecord | undefined;
  if (constructorNode?.type === 'MethodDefinition') constructor = visitMethod(walk, record, constructorNode);
  else if (initialised) constructor = implicitConstructor(walk, record);
  for (const element of elements) {
    switch (element.type) {
      case 'MethodDefinition':
        if (element !== constructorNode) visitMethod(walk, record, element);
        break;
      case 'PropertyDefinition':
      case 'AccessorProperty':
        visitField(walk, record, element, constructor);
        break;
      case 'StaticBlock':
        walk.visit(element);
        break;
      default:
    }
  }
}

/** An initial value that runs nothing. */
function isInert(value: Node): boolean {
  return isFunctionNode(value) || value.type === 'Literal' || value.type === 'Identifier';
}

/** Field initialisers run when an instance is made, with or without a constructor in the source. */
function implicitConstructor(walk: Walk, owner: ClassRecord): FunctionRecord {
  const naming = { name: `${owner.name} constructor`, key: `${owner.name}.constructor`, node: owner.node.id };
  const record = createRecord(walk, owner.node, naming, {
    flags: FunctionFlag.Constructor | FunctionFlag.Method,
    receiver: { kind: 'instance', record: owner },
    owner,
  });
  addMember(owner.members, 'constructor', { kind: 'function', fn: record });
  return record;
}

const METHOD_KIND_FLAGS = {
  constructor: FunctionFlag.Constructor,
  get: FunctionFlag.Getter,
  set: FunctionFlag.Setter,
  method: 0,
} as const;

function visitMethod(walk: Walk, owner: ClassRecord, element: TSESTree.MethodDefinition): FunctionRecord | undefined {
  const name = staticName(element.key, element.computed);
  if (element.computed) walk.visit(element.key);
  // Overloads and abstract methods have no body.
  if ((element.value.type as string) !== 'FunctionExpression') return undefined;
  for (const decorator of element.decorators) walk.visit(decorator.expression);
  const label = `${owner.name}.${name ?? '[computed]'}`;
  const record = visitFunction(walk, element.value as TSESTree.FunctionExpression, {
    name: element.kind === 'constructor' ? `${owner.name} constructor` : label,
    key: label,
    nameNode: element.key,
    flags: FunctionFlag.Method | METHOD_KIND_FLAGS[element.kind],
    receiver: { kind: element.static ? 'static' : 'instance', record: owner },
    owner,
    decorators: element.decorators.map((decorator) => decorator.expression),
  });
  // A setter is no value of the property.
  if (name !== undefined && element.kind !== 'set') {
    addMember(element.static ? owner.statics : owner.members, name, { kind: 'function', fn: record });
  }
  return record;
}

function visitField(
  walk: Walk,
  owner: ClassRecord,
  element: TSESTree.PropertyDefinition | TSESTree.AccessorProperty,
  constructor: FunctionRecord | undefined,
): void {
  const name = staticName(element.key, element.computed);
  for (const decorator of element.decorators) walk.visit(decorator.expression);
  const table = element.static ? owner.statics : owner.members;
  const value = element.value ? unwrap(element.value) : null;
  if (element.value) noteDeclaredType(walk, element.value, element.typeAnnotation);
  if (value && isFunctionNode(value)) {
    const label = `${owner.name}.${name ?? '[computed]'}`;
    const fn = visitFunction(walk, value, {
      name: label,
      key: label,
      nameNode: element.key,
      flags: FunctionFlag.Method,
      receiver: { kind: element.static ? 'static' : 'instance', record: owner },
      owner,
    });
    if (name !== undefined) addMember(table, name, { kind: 'function', fn });
    return;
  }
  if (element.value) {
    const { value: initial } = element;
    const home = element.static ? undefined : constructor;
    const visitValue = () => {
      walk.visit(initial);
      if (name !== undefined) addMember(table, name, { kind: 'expression', node: initial, scope: walk.scope });
    };
    if (home) enter(walk, home, 0, visitValue);
    else visitValue();
  }
  if (name !== undefined && element.typeAnnotation) {
    addMember(table, name, { kind: 'type', node: element.typeAnnotation.typeAnnotation, scope: walk.scope });
  }
}

export function addMember(table: Map<string, MemberSource[]>, name: string, source: MemberSource): void {
  const sources = table.get(name);
  if (sources) sources.push(source);
  else table.set(name, [source]);
}
