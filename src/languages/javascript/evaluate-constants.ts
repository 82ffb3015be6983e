import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import { mayBeSlow } from '../slow-expressions.ts';
import type { Node } from './ast.ts';
import { foldConstant } from './constants.ts';
import { constantExpression, type Expression } from './expressions/prefilter.ts';
import { referencedFile } from './file-references.ts';
import type { Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Evaluator, intern, internImport, internLiteral, UNKNOWN } from './value-table.ts';

/** Literals, arithmetic on them, regular expressions, and names of source files. */
export function evaluateConstant(evaluator: Evaluator, node: Node): ValueId {
  const constant = foldConstant(node);
  if (constant !== undefined) return internLiteral(evaluator, constant);
  if (node.type === 'Literal' && 'regex' in node) return expressionValue(evaluator, node.regex);
  return fileValue(evaluator, node) ?? UNKNOWN;
}

function expressionValue(evaluator: Evaluator, { pattern, flags }: Expression): ValueId {
  if (!mayBeSlow(pattern, flags)) return UNKNOWN;
  // Parsers give them in orders of their own.
  return intern(evaluator, ['regex', pattern, Array.from(flags).sort().join('')]);
}

/** `new RegExp('…')` and `RegExp('…')` with a constant pattern. */
export function constructedExpression(
  evaluator: Evaluator,
  node: TSESTree.NewExpression | TSESTree.CallExpression,
  scope: Scope,
): ValueId | undefined {
  const { callee, arguments: args } = node;
  if (callee.type !== 'Identifier' || callee.name !== 'RegExp' || lookUp(scope, 'RegExp')) return undefined;
  const expression = constantExpression(args);
  return expression && expressionValue(evaluator, expression);
}

/** An expression that names a source file stands for the file, as an import of it would. */
export function fileValue(evaluator: Evaluator, node: Node): ValueId | undefined {
  const specifier = referencedFile(node);
  return specifier === undefined ? undefined : internImport(evaluator, specifier);
}
