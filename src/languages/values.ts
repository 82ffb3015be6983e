import type { ObjectFacts, Value, ValueId } from '../model/facts.ts';

/** The values of one file while they are collected. */
export interface ValueStore {
  readonly values: Value[];
  readonly ids: Map<string, ValueId>;
  /** Of functions, classes, results and the like, by their index. */
  readonly indexed: Partial<Record<Value[0], (ValueId | undefined)[]>>;
  /** By value, the ids of its members. */
  readonly members: (Map<string, ValueId> | undefined)[];
  readonly imports: string[];
  readonly objects: ObjectFacts[];
}

/** An empty store: its first value is the unknown one. */
export function createValueStore(): ValueStore {
  return {
    values: [['unknown']],
    ids: new Map([['unknown', UNKNOWN]]),
    indexed: {},
    members: [],
    imports: [],
    objects: [],
  };
}

export const UNKNOWN: ValueId = 0;

/** Gives equal values one id. Members are by far the most, so they have tables of their own and need no key. */
export function intern(store: ValueStore, value: Value): ValueId {
  if (value[0] === 'member') return internMember(store, value[1], value[2]);
  const ids = value.length === 2 && typeof value[1] === 'number' ? idsOf(store, value[0]) : undefined;
  if (ids) return (ids[value[1] as number] ??= store.values.push(value) - 1);
  const key = value.length === 1 ? value[0] : `${value[0]}|${String(value[1])}|${String(value[2])}|${typeof value[1]}`;
  const known = store.ids.get(key);
  if (known !== undefined) return known;
  const id = store.values.push(value) - 1;
  store.ids.set(key, id);
  return id;
}

/** What is told by one index needs no key either. A literal may be any number, so it does. */
function idsOf({ indexed }: ValueStore, tag: Value[0]): (ValueId | undefined)[] | undefined {
  return tag === 'literal' ? undefined : (indexed[tag] ??= []);
}

export function internImport(store: ValueStore, specifier: string): ValueId {
  let index = store.imports.indexOf(specifier);
  if (index < 0) index = store.imports.push(specifier) - 1;
  return intern(store, ['import', index]);
}

export function internMember(store: ValueStore, of: ValueId, name: string): ValueId {
  let members = store.members[of];
  if (!members) store.members[of] = members = new Map<string, ValueId>();
  let id = members.get(name);
  if (id === undefined) {
    id = store.values.push(['member', of, name]) - 1;
    members.set(name, id);
  }
  return id;
}

const MAX_ALTERNATIVES = 4;

/** One value of several. Literals stand back: `let db = null; db = open()` is what `open` returns. */
export function internUnion(store: ValueStore, ids: readonly ValueId[]): ValueId {
  const distinct = [...new Set(ids)];
  const solid = distinct.filter((id) => store.values[id]?.[0] !== 'literal');
  const kept = solid.length > 0 ? solid : distinct;
  const [only] = kept;
  if (kept.length === 1 && only !== undefined) return only;
  if (kept.length === 0 || kept.length > MAX_ALTERNATIVES) return UNKNOWN;
  return intern(store, ['union', kept]);
}

/** The value at the start of a chain of members and results. */
export function rootOf({ values }: Pick<ValueStore, 'values'>, id: ValueId): ValueId {
  let current = id;
  for (;;) {
    const value = values[current];
    if (value?.[0] !== 'member' && value?.[0] !== 'result' && value?.[0] !== 'instance') return current;
    current = value[1];
  }
}

const VAGUE = new Set<Value[0]>(['unknown', 'literal', 'param', 'result', 'union']);

/** Whether a value says so much of itself that an annotation adds nothing. */
export function isDefinite({ values }: Pick<ValueStore, 'values'>, id: ValueId): boolean {
  return !VAGUE.has(values[id]?.[0] ?? 'unknown');
}
