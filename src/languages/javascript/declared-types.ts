import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import { isFunctionNode, type Node, unwrap } from './ast.ts';
import type { FunctionRecord } from './records.ts';
import { typeValue } from './type-values.ts';
import type { Evaluator } from './value-table.ts';
import type { Visitors, Walk } from './walk-state.ts';

export const typedVisitors: Visitors = {
  TSAsExpression: visitTyped,
  TSSatisfiesExpression: visitTyped,
  TSTypeAssertion: visitTyped,
};

function visitTyped(
  walk: Walk,
  node: TSESTree.TSAsExpression | TSESTree.TSSatisfiesExpression | TSESTree.TSTypeAssertion,
): void {
  noteDeclaredType(walk, node);
  walk.visit(node.expression);
}

/** Notes what type a function is declared to have: by the variable or the field that it is kept in, by `satisfies` or `as`. */
export function noteDeclaredType(walk: Walk, value: Node, annotation?: TSESTree.TSTypeAnnotation): void {
  if (!isFunctionNode(unwrap(value))) return;
  const types = annotation ? [annotation.typeAnnotation] : [];
  let inner = value;
  while (
    inner.type === 'TSAsExpression' ||
    inner.type === 'TSSatisfiesExpression' ||
    inner.type === 'TSTypeAssertion'
  ) {
    types.push(inner.typeAnnotation);
    inner = inner.expression;
  }
  const named = isFunctionNode(inner) ? types.filter(({ type }) => type === 'TSTypeReference') : [];
  if (named.length > 0) walk.declaredTypes.set(inner, named);
}

/** The same of a function that another one returns, by what that one says that it returns. */
export function noteReturnedType(walk: Walk, value: Node, { node }: FunctionRecord): void {
  const annotation = isFunctionNode(node) && !node.async ? node.returnType : undefined;
  if (annotation) noteDeclaredType(walk, value, annotation);
}

export function declaredTypesOf(evaluator: Evaluator, record: FunctionRecord): ValueId[] {
  const types = evaluator.walk.declaredTypes.get(record.node) ?? [];
  return types.flatMap((type) => typeValue(evaluator, type, record.scope) ?? []);
}
