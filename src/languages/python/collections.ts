import type { PropertyFacts, ValueId } from '../../model/facts.ts';
import { intern, internCollection, internMember, internUnion, propertyOf, rootOf, UNKNOWN } from '../values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Node } from './tree.ts';
import { textOf } from './walk-state.ts';

/**
 * Collections of which more is known than how many items they have: what they hold. They are objects whose methods are
 * lists of what a call of them may give.
 */

/** The method that is called to go through something. */
export const ITERATION = '__iter__';

const LISTS = new Set(
  (
    'list List Sequence MutableSequence Collection Iterable Iterator AsyncIterable AsyncIterator Generator ' +
    'AsyncGenerator set Set frozenset FrozenSet AbstractSet deque Deque'
  ).split(' '),
);
const TABLES = new Set(
  'dict Dict Mapping MutableMapping defaultdict DefaultDict OrderedDict WeakValueDictionary'.split(' '),
);
const TUPLES = new Set(['tuple', 'Tuple']);

/** What a collection of this type is, by the types between its brackets; undefined if nothing is known of what it holds. */
export function collectionOfType(
  evaluator: Evaluator,
  name: string,
  args: readonly Node[],
  typeOf: (type: Node) => ValueId | undefined,
): ValueId | undefined {
  const [first, second] = args;
  if (!first) return undefined;
  const isOpen = second !== undefined && textOf(evaluator.walk, second) === '...';
  if (LISTS.has(name) || (TUPLES.has(name) && isOpen)) return listOf(evaluator, typeOf(first));
  if (TUPLES.has(name)) return tupleOf(evaluator, args.map(typeOf));
  return TABLES.has(name) && second ? tableOf(evaluator, typeOf(first), typeOf(second)) : undefined;
}

/** A list, or anything else that is gone through, of such items. */
function listOf(evaluator: Evaluator, item: ValueId | undefined): ValueId | undefined {
  if (item === undefined || item === UNKNOWN) return undefined;
  const methods = '__next__ __getitem__ pop popleft'.split(' ');
  return internCollection(evaluator, `list ${item}`, givers(evaluator, methods, item));
}

/** A tuple with these parts. */
function tupleOf(evaluator: Evaluator, parts: readonly (ValueId | undefined)[]): ValueId | undefined {
  const known = parts.flatMap((id, index) =>
    id === undefined || id === UNKNOWN ? [] : [[String(index), id] as const],
  );
  if (known.length === 0) return undefined;
  const any = internUnion(
    evaluator,
    known.map(([, id]) => id),
  );
  const properties = [...known, ...givers(evaluator, ['__next__', '__getitem__'], any)];
  return internCollection(evaluator, `tuple ${known.join(' ')}`, properties);
}

/** A dictionary with such keys and values. */
export function tableOf(
  evaluator: Evaluator,
  key: ValueId | undefined,
  value: ValueId | undefined,
): ValueId | undefined {
  if ((value ?? UNKNOWN) === UNKNOWN && (key ?? UNKNOWN) === UNKNOWN) return undefined;
  return internCollection(evaluator, `table ${key} ${value}`, [
    ...givers(evaluator, ['__next__', 'popitem'], key),
    ...givers(evaluator, ['__getitem__', 'get', 'pop', 'setdefault'], value),
    ...givers(evaluator, ['values'], listOf(evaluator, value)),
    ...givers(evaluator, ['keys'], listOf(evaluator, key)),
    ...givers(evaluator, ['items'], listOf(evaluator, tupleOf(evaluator, [key, value]))),
  ]);
}

function givers(evaluator: Evaluator, names: readonly string[], given: ValueId | undefined): PropertyFacts[] {
  if (given === undefined || given === UNKNOWN) return [];
  const giver = intern(evaluator, ['array', [given]]);
  return names.map((name): PropertyFacts => [name, giver]);
}

/** What a call gives that makes a collection of others: `sorted(paths)`, `enumerate(paths)`, `defaultdict(Store)`. */
export function collectionOfCall(evaluator: Evaluator, name: string, args: readonly ValueId[]): ValueId | undefined {
  const [first] = args;
  if (first === undefined) return undefined;
  switch (name) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'sorted':
    case 'reversed':
    case 'iter':
      return listOf(evaluator, itemOf(evaluator, first));
    case 'enumerate':
      return listOf(evaluator, tupleOf(evaluator, [undefined, itemOf(evaluator, first)]));
    case 'zip': {
      const items = args.map((id) => itemOf(evaluator, id));
      return listOf(evaluator, tupleOf(evaluator, items));
    }
    default:
      return undefined;
  }
}

/** One item of what is gone through. */
export function itemOf(evaluator: Evaluator, of: ValueId): ValueId {
  const value = evaluator.values[of];
  return value?.[0] === 'array' ? internUnion(evaluator, value[1]) : implicit(evaluator, of, '__next__');
}

/** What an operator or a statement makes of a value by a method that nobody names: `path / name`, `rows[0]`. */
export function implicit(evaluator: Evaluator, of: ValueId, method: string): ValueId {
  const value = evaluator.values[of];
  if (value === undefined || value[0] === 'unknown' || value[0] === 'literal' || value[0] === 'function')
    return UNKNOWN;
  return heldBy(evaluator, of, method) ?? intern(evaluator, ['result', internMember(evaluator, of, method)]);
}

/** What a method of a collection gives, if it is known what that holds. */
export function heldBy(evaluator: Evaluator, of: ValueId, method: string): ValueId | undefined {
  const given = propertyOf(evaluator, of, method);
  const items = given === undefined ? undefined : evaluator.values[given];
  return items?.[0] === 'array' ? internUnion(evaluator, items[1]) : undefined;
}

/** A part of what is taken apart by place: `for name, client in clients.items()`. */
export function partOf(evaluator: Evaluator, of: ValueId, index: number): ValueId {
  const value = evaluator.values[of];
  switch (value?.[0]) {
    case 'array':
      return value[1].length > 1 ? (value[1][index] ?? UNKNOWN) : UNKNOWN;
    case 'object':
      return propertyOf(evaluator, of, String(index)) ?? UNKNOWN;
    case 'result':
    case 'member':
      // Of what libraries give nothing more would be known.
      return evaluator.values[rootOf(evaluator, of)]?.[0] === 'import'
        ? UNKNOWN
        : internMember(evaluator, of, String(index));
    default:
      return UNKNOWN;
  }
}

/** What `table.get(key)` and the like give of a table that the file writes down. */
export function writtenItems(evaluator: Evaluator, of: ValueId, method: string): ValueId | undefined {
  const value = evaluator.values[of];
  const facts = value?.[0] === 'object' ? evaluator.objects[value[1]] : undefined;
  if (!facts || facts.spreads.length > 0 || facts.properties.length === 0) return undefined;
  const any = internUnion(
    evaluator,
    facts.properties.map(([, id]) => id),
  );
  if (any === UNKNOWN) return undefined;
  if (method === 'get' || method === 'pop') return any;
  if (method === 'values') return listOf(evaluator, any);
  return method === 'items' ? listOf(evaluator, tupleOf(evaluator, [undefined, any])) : undefined;
}
