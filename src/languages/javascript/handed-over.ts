import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import type { Node } from './ast.ts';
import type { Scope } from './records.ts';
import { typeValue } from './type-values.ts';
import { type Evaluator, UNKNOWN } from './value-table.ts';

/** Modules of the same project, as far as a specifier tells. */
const OWN = /^(?:\.|#|~|@\/)/;

/**
 * What a call hands over of which it hangs what it gives back: functions that a function of the project is given, and a class
 * that is asked for an instance of.
 */
export function handedOver(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  callee: ValueId,
  scope: Scope,
): ValueId[] | undefined {
  return handedFunctions(evaluator, node, callee, scope) ?? handedClass(evaluator, node, scope);
}

/** Methods of containers of dependency injection. What the container is, others say. */
const GIVERS: ReadonlySet<string> = new Set(['get', 'getAsync', 'resolve', 'create']);

/** The class of `container.get(Store)`, the type of `container.get<Store>(names.store)`. */
function handedClass(
  evaluator: Evaluator,
  { callee, arguments: args, typeArguments }: TSESTree.CallExpression,
  scope: Scope,
): ValueId[] | undefined {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  const [first] = args;
  if (!first || !GIVERS.has(callee.property.name)) return undefined;
  const [type] = typeArguments?.params ?? [];
  const typed = type && typeValue(evaluator, type, scope);
  if (typed !== undefined) return [typed];
  if (first.type !== 'Identifier') return undefined;
  const given = evaluator.evaluate(first, scope);
  const { values } = evaluator;
  return values[given]?.[0] === 'class' || (isOfModule(evaluator, given) && isCapitalised(first.name))
    ? [given]
    : undefined;
}

function isCapitalised(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/**
 * What a call of a function of the project hands over, if functions are among it: what it gives back may run them. Undefined
 * for others, and for methods of anything but modules.
 */
function handedFunctions(
  evaluator: Evaluator,
  { arguments: args }: TSESTree.CallExpression,
  callee: ValueId,
  scope: Scope,
): ValueId[] | undefined {
  if (!isOfProject(evaluator, callee)) return undefined;
  const handed = args.map((argument) => (mayBeFunction(argument) ? evaluator.evaluate(argument, scope) : UNKNOWN));
  return handed.some((id) => isFunction(evaluator, id)) ? handed : undefined;
}

function mayBeFunction({ type }: Node): boolean {
  return MAY_BE_FUNCTIONS.has(type);
}

const MAY_BE_FUNCTIONS: ReadonlySet<string> = new Set<`${Node['type']}`>([
  'ArrowFunctionExpression',
  'FunctionExpression',
  'Identifier',
  'MemberExpression',
  'CallExpression',
]);

function isFunction(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  return value?.[0] === 'function' || (value?.[0] === 'result' && value[2] !== undefined) || isOfModule(evaluator, id);
}

function isOfProject(evaluator: Evaluator, id: ValueId): boolean {
  const module = moduleOf(evaluator, id);
  return evaluator.values[id]?.[0] === 'function' || (module !== undefined && OWN.test(module));
}

function isOfModule(evaluator: Evaluator, id: ValueId): boolean {
  return moduleOf(evaluator, id) !== undefined;
}

/** The module that something was imported from. */
function moduleOf({ values, imports }: Evaluator, id: ValueId): string | undefined {
  let value = values[id];
  while (value?.[0] === 'member') value = values[value[1]];
  return value?.[0] === 'import' ? imports[value[1]] : undefined;
}
