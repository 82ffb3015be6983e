import { FunctionFlag } from '../../model/facts.ts';
import type { ClassRecord, Placed, Write } from './records.ts';
import { bind, lookUp, walrusScope } from './scopes.ts';
import { type Node, part, unwrap } from './tree.ts';
import { addMember } from './walk-classes.ts';
import { fillFlags } from './guards.ts';
import { textOf, type Visitors, type Walk, withFlags } from './walk-state.ts';

export const assignmentVisitors: Visitors = {
  assignment: visitAssignment,
  augmented_assignment: (walk, node) => {
    const [left, right] = [part(node, 'left'), part(node, 'right')];
    if (left && left.type !== 'identifier') {
      walk.fn.flags |= FunctionFlag.TouchesOutside;
      walk.visit(left);
    }
    if (right) walk.visit(right);
  },
  named_expression: (walk, node) => {
    const [name, value] = [part(node, 'name'), part(node, 'value')];
    if (!name || !value) return;
    walk.visit(value);
    const place = { at: node.end, block: walk.block, loops: walk.loops };
    bind(walrusScope(walk.scope), textOf(walk, name), { kind: 'expression', node: value, scope: walk.scope, place });
  },
  delete_statement: (walk, node) => {
    for (const target of node.children) {
      if (target.type !== 'identifier') walk.fn.flags |= FunctionFlag.TouchesOutside;
      walk.visit(target);
    }
  },
};

function visitAssignment(walk: Walk, node: Node): void {
  const [left, type, right] = [part(node, 'left'), part(node, 'type'), part(node, 'right')];
  if (!left) return;
  const value = right && lastOf(right);
  const annotation = type && { node: type, scope: walk.scope };
  if (value) {
    const name = left.type === 'identifier' ? textOf(walk, left) : undefined;
    if (name !== undefined && unwrap(value).type === 'lambda') walk.hint = { name, key: name };
    withFlags(walk, fillFlags(walk, left, value), () => {
      walk.visit(right);
    });
    walk.hint = null;
    assign(walk, left, value, annotation);
  } else if (annotation) declareType(walk, left, annotation);
}

/** `a = b = c`: what is assigned to both. */
function lastOf(right: Node): Node {
  let value = right;
  while (value.type === 'assignment') {
    const next = part(value, 'right');
    if (!next) break;
    value = next;
  }
  return value;
}

function declareType(walk: Walk, left: Node, annotation: Placed): void {
  if (left.type === 'identifier') {
    const name = textOf(walk, left);
    bind(walk.scope, name, undefined, annotation);
    if (walk.owner) addMember(walk.owner.statics, name, { kind: 'type', ...annotation });
    return;
  }
  const field = fieldOf(walk, left);
  if (field) addMember(field.table, field.name, { kind: 'type', ...annotation });
}

function assign(walk: Walk, left: Node, value: Node, annotation: Placed | undefined): void {
  const targets = elementsOf(left);
  const values = targets && elementsOf(value);
  const isPaired = targets?.length === values?.length && ![...(targets ?? []), ...(values ?? [])].some(isSplat);
  if (targets && values && isPaired) {
    targets.forEach((target, index) => {
      const element = values[index];
      if (element) assign(walk, target, element, undefined);
    });
    return;
  }
  bindTargets(walk, left, { kind: 'expression', node: value, scope: walk.scope }, annotation);
}

function isSplat({ type }: Node): boolean {
  return type.includes('splat');
}

/** The parts of `a, b` and `[a, b]`; undefined for what is one thing. */
function elementsOf(node: Node): readonly Node[] | undefined {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'expression_list':
    case 'tuple':
    case 'list':
      return inner.children;
    default:
      return undefined;
  }
}

/** Binds every name of a target. Of what is taken apart, those that stand behind a star are not followed. */
export function bindTargets(walk: Walk, target: Node, write: Write, annotation?: Placed): void {
  const elements = elementsOf(target);
  const node = unwrap(target);
  if (elements) {
    const splat = elements.findIndex(isSplat);
    elements.forEach((element, index) => {
      const isPlaced = write.kind !== 'opaque' && (splat < 0 || index < splat);
      bindTargets(walk, element, isPlaced ? { kind: 'part', of: write, index } : { kind: 'opaque' });
    });
  } else if (node.type === 'identifier') {
    const place = { at: walk.until ?? node.end, block: walk.block, loops: walk.loops };
    bindName(walk, textOf(walk, node), { ...write, place }, annotation);
  } else if (node.type === 'list_splat_pattern' || node.type === 'list_splat') {
    for (const inner of node.children) bindTargets(walk, inner, { kind: 'opaque' });
  } else {
    walk.fn.flags |= FunctionFlag.TouchesOutside;
    if (node.type !== 'attribute') {
      walk.visit(node);
      return;
    }
    const object = part(node, 'object');
    if (object) walk.visit(object);
    bindAttribute(walk, node, write, annotation);
  }
}

function bindName(walk: Walk, name: string, write: Write, annotation: Placed | undefined): void {
  bind(walk.scope, name, write, annotation);
  if (!walk.owner || walk.scope.kind !== 'class') return;
  if (write.kind === 'expression') addMember(walk.owner.statics, name, write);
  if (annotation) addMember(walk.owner.statics, name, { kind: 'type', ...annotation });
}

function bindAttribute(walk: Walk, node: Node, write: Write, annotation: Placed | undefined): void {
  const field = fieldOf(walk, node);
  if (field) {
    if (write.kind === 'expression') addMember(field.table, field.name, write);
    if (annotation) addMember(field.table, field.name, { kind: 'type', ...annotation });
    return;
  }
  const [object, name] = [part(node, 'object'), part(node, 'attribute')];
  if (!object || !name || write.kind !== 'expression') return;
  walk.assignments.push({ target: object, name: textOf(walk, name), value: write.node, scope: walk.scope });
}

interface Field {
  readonly table: ClassRecord['fields'];
  readonly name: string;
}

/** `self.name` and `cls.name` in a method. */
export function fieldOf(walk: Walk, node: Node, scope = walk.scope): Field | undefined {
  const [object, name] = [part(node, 'object'), part(node, 'attribute')];
  if (node.type !== 'attribute' || object?.type !== 'identifier' || !name) return undefined;
  const [write] = lookUp(scope, textOf(walk, object))?.writes ?? [];
  if (write?.kind !== 'receiver') return undefined;
  return { table: write.isClass ? write.record.statics : write.record.fields, name: textOf(walk, name) };
}
