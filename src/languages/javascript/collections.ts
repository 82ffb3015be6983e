import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import { type Node, unwrap } from './ast.ts';
import type { CallRecord, Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import {
  type Evaluator,
  intern,
  internCollection,
  internIndexed,
  internMember,
  internUnion,
  propertyOf,
  rootOf,
  UNKNOWN,
} from './value-table.ts';
import type { Walk } from './walk-state.ts';

/**
 * What collections hold. Those of which the file knows it are objects with a method that gives one of their items, and
 * another one by which they are gone through, where that gives something else.
 */

/** The method that a computed access stands for: `handlers[name]`. */
export const ITEM = '[]';
/** The method by which a collection is gone through. */
export const ITERATION = '[Symbol.iterator]';

/** Values of which nobody says what they hold. */
const HOLDS_NOTHING = new Set(['unknown', 'literal', 'regex', 'function', 'global']);

/** One item of a value, by a key that is not known or by going through it. */
export function itemOf(evaluator: Evaluator, of: ValueId, by: typeof ITEM | typeof ITERATION = ITEM): ValueId {
  const root = evaluator.values[rootOf(evaluator, of)]?.[0] ?? 'unknown';
  if (HOLDS_NOTHING.has(evaluator.values[of]?.[0] ?? 'unknown') || (root !== 'function' && HOLDS_NOTHING.has(root)))
    return UNKNOWN;
  return internIndexed(evaluator, 'result', internMember(evaluator, of, by));
}

/** A list, or anything else that is gone through, of such items. */
export function listOf(evaluator: Evaluator, items: readonly ValueId[]): ValueId | undefined {
  const known = items.filter((id) => id !== UNKNOWN);
  if (known.length === 0) return undefined;
  return internCollection(evaluator, `list ${known.join()}`, [[ITEM, intern(evaluator, ['array', known])]]);
}

/** A map with such values. */
function mapOf(evaluator: Evaluator, items: readonly ValueId[]): ValueId | undefined {
  const list = listOf(evaluator, items);
  const held = list === undefined ? undefined : propertyOf(evaluator, list, ITEM);
  if (list === undefined || held === undefined) return undefined;
  const pair = intern(evaluator, ['array', [UNKNOWN, itemOf(evaluator, list)]]);
  const pairs = listOf(evaluator, [pair]) ?? UNKNOWN;
  const giving = (id: ValueId): ValueId => intern(evaluator, ['array', [id]]);
  return internCollection(evaluator, `map ${list}`, [
    [ITEM, held],
    [ITERATION, giving(pair)],
    ['values', giving(list)],
    ['entries', giving(pairs)],
  ]);
}

const MAPS = new Set(['Map', 'ReadonlyMap', 'WeakMap']);
const LISTS = new Set(
  'Array ReadonlyArray Set ReadonlySet WeakSet Iterable IterableIterator AsyncIterable Iterator AsyncIterableIterator'.split(
    ' ',
  ),
);

/** What a collection of this type is, by the types between its brackets. */
export function collectionOfType(
  evaluator: Evaluator,
  name: string,
  types: readonly (ValueId | undefined)[],
): ValueId | undefined {
  const [first, second = UNKNOWN] = types;
  if (MAPS.has(name)) return mapOf(evaluator, [second]);
  if (name === 'Record') return listOf(evaluator, [second]);
  return LISTS.has(name) && first !== undefined ? listOf(evaluator, [first]) : undefined;
}

/** `new Map([['list', list]])`, `new Set(handlers)`. */
export function collectionMade(
  evaluator: Evaluator,
  { callee, arguments: [first] }: TSESTree.NewExpression,
  scope: Scope,
): ValueId | undefined {
  if (callee.type !== 'Identifier' || !first || lookUp(scope, callee.name)) return undefined;
  const isMap = MAPS.has(callee.name);
  if (!isMap && !LISTS.has(callee.name)) return undefined;
  const items = evaluator.values[evaluator.evaluate(first, scope)];
  if (items?.[0] !== 'array') return undefined;
  if (!isMap)
    return listOf(
      evaluator,
      items[1].filter((id) => maySay(evaluator, id)),
    );
  const held = items[1].flatMap((id) => {
    const pair = evaluator.values[id];
    return pair?.[0] === 'array' ? (pair[1][1] ?? []) : [];
  });
  return mapOf(
    evaluator,
    held.filter((id) => maySay(evaluator, id)),
  );
}

/** Names of the functions below. */
export const GIVEN_BY = new Set(['values', 'entries', 'all', 'allSettled']);

/** What `Object.values` and the like make of an object; `Promise.all` of a list. */
export function collectionGiven(
  evaluator: Evaluator,
  object: string,
  method: string,
  args: readonly Node[],
  scope: Scope,
): ValueId | undefined {
  const [first] = args;
  if (!first) return undefined;
  if (object === 'Promise' && (method === 'all' || method === 'allSettled')) {
    const list = evaluator.evaluate(first, scope);
    return evaluator.values[list]?.[0] === 'array' ? list : undefined;
  }
  if (object !== 'Object' || (method !== 'values' && method !== 'entries')) return undefined;
  const item = itemOf(evaluator, evaluator.evaluate(first, scope));
  if (item === UNKNOWN || method === 'values') return listOf(evaluator, [item]);
  return listOf(evaluator, [intern(evaluator, ['array', [UNKNOWN, item]])]);
}

/** Something is put into a collection. */
export interface AdditionRecord {
  readonly target: Node;
  readonly kind: 'list' | 'map';
  readonly value: Node;
  readonly scope: Scope;
}

const ADDS = new Map<string, AdditionRecord['kind']>([
  ['push', 'list'],
  ['unshift', 'list'],
  ['add', 'list'],
  ['set', 'map'],
]);

/** What may be called, or have methods. */
const ADDABLE = new Set<string>([
  'ArrowFunctionExpression',
  'FunctionExpression',
  'Identifier',
  'MemberExpression',
  'NewExpression',
  'CallExpression',
  'ObjectExpression',
]);

/** `handlers.set(name, handler)`, `steps.push(step)`. */
export function noteAddition(walk: Walk, { callee, name, args }: CallRecord): void {
  const kind = ADDS.get(name);
  if (kind === undefined || callee?.type !== 'MemberExpression' || (kind === 'map' && args.length !== 2)) return;
  for (const value of kind === 'map' ? args.slice(1) : args) addItem(walk, callee.object, kind, value);
}

/** Notes a function, or what may have some, that is kept in a collection: of a variable, or of a field. */
export function addItem(walk: Walk, target: Node, kind: AdditionRecord['kind'], value: Node): void {
  if (!ADDABLE.has(unwrap(value).type)) return;
  if (target.type === 'Identifier') walk.additions.push({ target, kind, value, scope: walk.scope });
  else if (target.type === 'MemberExpression' && target.object.type === 'ThisExpression')
    walk.additions.push({ target, kind, value, scope: walk.scope });
}

/** What a collection holds by what is put into it. */
function collectionOfAdded(evaluator: Evaluator, added: readonly AdditionRecord[]): ValueId | undefined {
  const isMap = added.some(({ kind }) => kind === 'map');
  const items = new Set<ValueId>();
  for (const { value, scope } of added) {
    const id = evaluator.evaluate(value, scope);
    if (maySay(evaluator, id)) items.add(id);
  }
  return isMap ? mapOf(evaluator, [...items]) : listOf(evaluator, [...items]);
}

/** Whether a value is something of the project that may be called, or may have methods. */
function maySay(evaluator: Evaluator, id: ValueId): boolean {
  const tag = evaluator.values[id]?.[0];
  if (tag === 'function' || tag === 'class' || tag === 'object' || tag === 'param' || tag === 'union') return true;
  const root = evaluator.values[rootOf(evaluator, id)]?.[0];
  return root === 'class' || root === 'function' || root === 'import' || root === 'param';
}

/** Whether it is known only by what it holds. */
export function isCollection(evaluator: Evaluator, id: ValueId): boolean {
  return propertyOf(evaluator, id, ITEM) !== undefined;
}

/** Whether nothing is known of a value, or no more than that it will hold something. */
export function saysNothing(evaluator: Evaluator, id: ValueId): boolean {
  return id === UNKNOWN || isEmptyCollection(evaluator, id);
}

/** A list or a table that is written down without items gets them later. */
export function isEmptyCollection({ values, objects }: Evaluator, id: ValueId): boolean {
  const value = values[id];
  if (value?.[0] === 'array') return value[1].length === 0;
  if (value?.[0] === 'instance') {
    const made = values[value[1]];
    return made?.[0] === 'global' && (MAPS.has(made[1]) || LISTS.has(made[1]));
  }
  const facts = value?.[0] === 'object' ? objects[value[1]] : undefined;
  return facts?.properties.length === 0 && facts.spreads.length === 0;
}

/** A collection holds what is put into it, too. */
export function withAdded(evaluator: Evaluator, written: ValueId, added: readonly AdditionRecord[]): ValueId {
  const held = collectionOfAdded(evaluator, added);
  if (held === undefined) return written;
  if (isEmptyCollection(evaluator, written)) return held;
  const tag = evaluator.values[written]?.[0];
  // Classes of a project have methods of these names, too.
  return tag === 'array' || tag === 'object' ? internUnion(evaluator, [written, held]) : written;
}
