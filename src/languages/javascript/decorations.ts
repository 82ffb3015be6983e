import type { TSESTree } from '@typescript-eslint/types';
import { calledName, type Node, staticName, unwrap } from './ast.ts';
import type { ClassRecord } from './records.ts';
import type { Evaluator } from './value-table.ts';
import type { Walk } from './walk-state.ts';

/** Helpers of compilers: the decorators, the class or its prototype, and the name of the member. */
/** What compilers call the function that decorates. */
export const DECORATION_HELPERS = new Set(['__decorate', '_ts_decorate', '__decorateClass']);

/** `__decorate([Injectable()], Store)` is the class that it is given. */
export function isDecoration(node: Node, name = lastNameOfCall(node)): node is TSESTree.CallExpression {
  return DECORATION_HELPERS.has(name) && node.type === 'CallExpression' && node.arguments.length > 1;
}

function lastNameOfCall(node: Node): string {
  return node.type === 'CallExpression' ? calledName(node) : '';
}

export function noteDecoration(walk: Walk, node: TSESTree.CallExpression): void {
  const [list, target, key] = node.arguments;
  const decorators = list && unwrap(list);
  if (decorators?.type !== 'ArrayExpression' || !target) return;
  const method = key?.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
  const nodes = decorators.elements.filter((element) => element !== null);
  walk.decorations.push({ decorators: nodes, target, method, scope: walk.scope });
}

/** Whether a name is given the class that it has already, decorated. */
export function isRedecorated(name: string, value: Node): boolean {
  const inner = value.type === 'AssignmentExpression' ? value.right : value;
  const target = isDecoration(inner) ? inner.arguments[1] : undefined;
  return target?.type === 'Identifier' && target.name === name;
}

/** Gives what compiled decorators speak of the same records as those in the source. */
export function applyDecorations(evaluator: Evaluator): void {
  for (const { decorators, target, method, scope } of evaluator.walk.decorations) {
    const owner = classAt(evaluator, method === undefined ? target : prototypeOwner(target), scope);
    const record = method === undefined ? owner : methodOf(owner, method);
    if (record) record.decorators = [...record.decorators, ...decorators];
  }
}

function classAt(
  evaluator: Evaluator,
  node: Node | undefined,
  scope: Parameters<Evaluator['evaluate']>[1],
): ClassRecord | undefined {
  const value = node && evaluator.values[evaluator.evaluate(node, scope)];
  return value?.[0] === 'class' ? evaluator.walk.classes[value[1]] : undefined;
}

function prototypeOwner(target: Node): Node | undefined {
  if (target.type !== 'MemberExpression') return target;
  return staticName(target.property, target.computed) === 'prototype' ? target.object : undefined;
}

function methodOf(owner: ClassRecord | undefined, name: string) {
  for (const table of owner ? [owner.members, owner.statics] : []) {
    for (const source of table.get(name) ?? []) if (source.kind === 'function') return source.fn;
  }
  return undefined;
}
