import type { Reference } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { type FunctionNode, type Node, sliceOf, staticName } from '../ast.ts';
import { childrenOf, type FixSource, functionAround, parentOf } from './source.ts';

export const MUTATORS =
  /^(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|write|emit|append)$/;

/** Something outside the function that it changes; its name. */
export function sharedWrites(source: FixSource, fn: FunctionNode): string | undefined {
  for (const reference of outerReferences(source, fn))
    if (isChange(source, reference)) return reference.identifier.name;
  const field = thisUses(source, fn).find(({ isWrite }) => isWrite);
  return field && `this.${field.name}`;
}

/**
 * Names of shared state that is read before an offset and changed after it: once the function waits there, others may
 * have changed it in between.
 */
export function tornState(source: FixSource, fn: FunctionNode, offset: number): readonly string[] {
  const uses = [
    ...outerReferences(source, fn).map((reference) => ({
      name: reference.identifier.name,
      at: reference.identifier.range[0],
      isWrite: isChange(source, reference),
      node: reference.identifier,
    })),
    ...thisUses(source, fn).map((use) => ({ ...use, name: `this.${use.name}` })),
  ];
  const torn = new Set<string>();
  for (const { name, isWrite, node } of uses) {
    if (!isWrite) continue;
    const assignment = assignmentTo(source, node);
    const writesAt = assignment?.range[1] ?? node.range[0];
    const isWholeRead = (use: Node): boolean => assignmentTo(source, use)?.operator !== '=';
    const isRead = uses.some((use) => use.name === name && use.at < offset && isWholeRead(use.node));
    if (writesAt > offset && isRead) torn.add(name);
  }
  return [...torn];
}

/** What a function changes after an offset although it stands outside of it, with all uses of that in the file. */
export function changesAfter(
  source: FixSource,
  fn: FunctionNode,
  offset: number,
): readonly { readonly name: string; readonly uses: readonly Node[] }[] {
  const found = new Map<string, readonly Node[]>();
  for (const reference of outerReferences(source, fn)) {
    const { identifier, resolved } = reference;
    const changedAt = assignmentTo(source, identifier)?.range[1] ?? callOn(source, identifier).range[1];
    if (changedAt < offset || !isChange(source, reference)) continue;
    const uses = resolved?.references.filter(({ init }) => init !== true) ?? [];
    found.set(
      identifier.name,
      uses.map((use) => use.identifier),
    );
  }
  return [...found].map(([name, uses]) => ({ name, uses }));
}

/** The assignment that a name, or a member of it, is the target of: it writes at its end, when the right side is known. */
function assignmentTo(source: FixSource, node: Node): TSESTree.AssignmentExpression | undefined {
  let target = node;
  let parent = parentOf(source, target);
  while (parent?.type === 'MemberExpression' && parent.object === target) {
    [target, parent] = [parent, parentOf(source, parent)];
  }
  return parent?.type === 'AssignmentExpression' && parent.left === target ? parent : undefined;
}

/** The call of a method of a value, or of its members: it changes the value once its arguments are there. */
function callOn(source: FixSource, node: Node): Node {
  let inner = node;
  let outer = parentOf(source, inner);
  while (outer?.type === 'MemberExpression' && outer.object === inner)
    [inner, outer] = [outer, parentOf(source, outer)];
  return outer?.type === 'CallExpression' && outer.callee === inner ? outer : node;
}

/** Uses in the function of variables that are declared around it. */
function outerReferences({ scopes }: FixSource, fn: FunctionNode): Reference[] {
  const [start, end] = fn.range;
  const found: Reference[] = [];
  for (const variable of scopes.variables) {
    const isLocal = variable.defs.some(({ name }) => name.range[0] >= start && name.range[1] <= end);
    if (isLocal || variable.defs.some(({ type }) => (type as string) === 'ImportBinding')) continue;
    for (const reference of variable.references) {
      const [from] = reference.identifier.range;
      if (from >= start && from < end && !isFunctionName(reference)) found.push(reference);
    }
  }
  return found;
}

function isFunctionName({ resolved }: Reference): boolean {
  return resolved?.defs.every(({ type }) => /^(?:FunctionName|ClassName)$/.test(type)) ?? false;
}

/** Assigned, or an object that is changed through the name. */
function isChange(source: FixSource, reference: Reference): boolean {
  if (reference.init === true) return false;
  return reference.isWrite() || changesMember(source, reference.identifier);
}

export function changesMember(source: FixSource, object: Node): boolean {
  let inner = object;
  let outer = parentOf(source, inner);
  while (outer?.type === 'MemberExpression' && outer.object === inner) {
    const name = staticName(outer.property, outer.computed);
    const use = parentOf(source, outer);
    if (use?.type === 'AssignmentExpression' && use.left === outer) return true;
    if (use?.type === 'UpdateExpression' || (use?.type === 'UnaryExpression' && use.operator === 'delete')) return true;
    if (use?.type === 'CallExpression' && use.callee === outer && name !== undefined && MUTATORS.test(name))
      return true;
    [inner, outer] = [outer, use];
  }
  return false;
}

interface FieldUse {
  readonly name: string;
  readonly at: number;
  readonly isWrite: boolean;
  readonly node: Node;
}

function thisUses(source: FixSource, fn: FunctionNode): FieldUse[] {
  const uses: FieldUse[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression') {
      const use = parentOf(source, node);
      const isTarget = use?.type === 'AssignmentExpression' && use.left === node;
      const isUpdate = use?.type === 'UpdateExpression' || changesMember(source, node);
      uses.push({ name: sliceOf(source.text, node.property), at: node.range[0], isWrite: isTarget || isUpdate, node });
    }
    childrenOf(node).forEach(visit);
  };
  visit(fn);
  return uses;
}

/** The functions of this file in which there is a new wait, with where. */
export function waitsByFunction(source: FixSource, nodes: readonly Node[]): Map<FunctionNode, number[]> {
  const found = new Map<FunctionNode, number[]>();
  for (const node of nodes) {
    const around = functionAround(source, node);
    if (around.type === 'Program') continue;
    const offsets = found.get(around);
    if (offsets) offsets.push(node.range[0]);
    else found.set(around, [node.range[0]]);
  }
  return found;
}
