import type { TSESTree } from '@typescript-eslint/types';
import { type Node, sliceOf, staticName, unwrap } from './ast.ts';
import type { Scope } from './records.ts';
import { wholeOf } from './loop-sizes.ts';
import { lookUp } from './scopes.ts';
import type { Evaluator } from './value-table.ts';
import type { Walk } from './walk-state.ts';

/** Whether an expression is a list rather than a text, as far as the file shows: both can be searched. */
export function isList({ walk }: Evaluator, expression: Node, scope: Scope, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > 6) return false;
  switch (node.type) {
    case 'ArrayExpression':
      return true;
    case 'CallExpression':
      return isListCall(node);
    case 'AwaitExpression':
      return isList({ walk } as Evaluator, node.argument, scope, depth + 1);
    case 'Identifier': {
      const binding = lookUp(scope, node.name);
      if (!binding) return false;
      const annotated = listType(binding.annotation);
      if (annotated !== undefined) return annotated;
      if (listNames(walk).has(node.name) || isPlural(node.name) || binding.writes.some(wholeOf)) return true;
      return binding.writes.some(
        (write) =>
          write.kind === 'expression' &&
          write.path.length === 0 &&
          isList({ walk } as Evaluator, write.node, write.scope, depth + 1),
      );
    }
    case 'MemberExpression':
      return (
        listNames(walk).has(sliceOf(walk.source, node)) || isPlural(staticName(node.property, node.computed) ?? '')
      );
    default:
      return false;
  }
}

/** Texts have names in the singular: `ids`, `userNames`, `wordList`; not `status`, `address`, `analysis`. */
function isPlural(name: string): boolean {
  return /(?:[a-rt-z]s|List|Array)$/.test(name) && !/(?:us|is|ics|as|news|contents|https|css|js|ms)$/i.test(name);
}

const LIST_METHODS = new Set([
  'map',
  'filter',
  'split',
  'flat',
  'flatMap',
  'keys',
  'values',
  'entries',
  'sort',
  'from',
]);

function isListCall({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const name = staticName(callee.property, callee.computed);
  return name !== undefined && LIST_METHODS.has(name);
}

/** What an annotation says; undefined is nothing. */
function listType(annotation: TSESTree.TypeNode | undefined): boolean | undefined {
  switch (annotation?.type) {
    case 'TSArrayType':
    case 'TSTupleType':
      return true;
    case 'TSTypeOperator':
      return listType(annotation.typeAnnotation);
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
      return false;
    case 'TSTypeReference':
      return annotation.typeName.type === 'Identifier' && annotation.typeName.name.endsWith('Array') ? true : undefined;
    default:
      return undefined;
  }
}

const namesByWalk = new WeakMap<Walk, Set<string>>();

/** What the file uses as a list somewhere: goes through it item by item, or adds items. */
function listNames(walk: Walk): Set<string> {
  let names = namesByWalk.get(walk);
  if (names) return names;
  namesByWalk.set(walk, (names = new Set()));
  for (const { name } of walk.growths) names.add(name);
  for (const { loops } of walk.functions) {
    for (const { head } of loops) {
      const data =
        head.kind === 'statement'
          ? head.node.type === 'ForOfStatement'
            ? unwrap(head.node.right)
            : undefined
          : unwrap(head.data);
      if (head.kind === 'scan' || !data) continue;
      if (data.type === 'Identifier' || data.type === 'MemberExpression') names.add(sliceOf(walk.source, data));
    }
  }
  return names;
}
