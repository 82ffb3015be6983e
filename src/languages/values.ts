import type { ObjectFacts, PropertyFacts, Value, ValueId } from '../model/facts.ts';

/** Values that are told by one index. */
type IndexedTag = Extract<Value, readonly [string, number]>[0] | 'result';
type Literal = Extract<Value, readonly ['literal', unknown]>[1];

/** The values of one file while they are collected. */
export interface ValueStore {
  readonly values: Value[];
  /** Of lists, expressions and collections, by their text. */
  readonly ids: Map<string, ValueId>;
  readonly globals: Map<string, ValueId>;
  readonly literals: Map<Literal, ValueId>;
  readonly indexed: Readonly<Record<IndexedTag, (ValueId | undefined)[]>>;
  /** By function, the ids of its parameters. */
  readonly params: (ValueId | undefined)[][];
  /** By value, the ids of its members. */
  readonly members: (Map<string, ValueId> | undefined)[];
  readonly imports: string[];
  readonly objects: ObjectFacts[];
}

/** An empty store: its first value is the unknown one. */
export function createValueStore(): ValueStore {
  return {
    values: [['unknown']],
    ids: new Map(),
    globals: new Map(),
    literals: new Map(),
    indexed: { import: [], function: [], class: [], object: [], result: [], instance: [] },
    params: [],
    members: [],
    imports: [],
    objects: [],
  };
}

export const UNKNOWN: ValueId = 0;

/** Gives equal values one id. There are many, so most kinds have tables of their own: to write a key takes longer than to look it up. */
export function intern(store: ValueStore, value: Value): ValueId {
  switch (value[0]) {
    case 'unknown':
      return UNKNOWN;
    case 'member':
      return internMember(store, value[1], value[2]);
    case 'global':
      return internGlobal(store, value[1]);
    case 'literal':
      return internLiteral(store, value[1]);
    case 'param':
      return internParam(store, value[1], value[2]);
    case 'array':
    case 'union':
      return internText(store, `${value[0]} ${value[1].join()}`, value);
    case 'result':
      if (value[2]) return internText(store, `${value[0]} ${value[1]} ${value[2].join()}`, value);
      return internIndexed(store, value[0], value[1]);
    case 'regex':
      return internText(store, `${value[0]} ${value[2]} ${value[1]}`, value);
    default:
      return internIndexed(store, value[0], value[1]);
  }
}

/** The same without a value that is only made to be looked up, as the functions below. */
export function internIndexed(store: ValueStore, tag: IndexedTag, index: number): ValueId {
  return (store.indexed[tag][index] ??= add(store, [tag, index]));
}

export function internGlobal(store: ValueStore, name: string): ValueId {
  let id = store.globals.get(name);
  if (id === undefined) {
    id = add(store, ['global', name]);
    store.globals.set(name, id);
  }
  return id;
}

export function internLiteral(store: ValueStore, literal: Literal): ValueId {
  let id = store.literals.get(literal);
  if (id === undefined) {
    id = add(store, ['literal', literal]);
    store.literals.set(literal, id);
  }
  return id;
}

export function internParam(store: ValueStore, fn: number, index: number): ValueId {
  const ids = (store.params[fn] ??= []);
  return (ids[index] ??= add(store, ['param', fn, index]));
}

function internText(store: ValueStore, text: string, value: Value): ValueId {
  let id = store.ids.get(text);
  if (id === undefined) {
    id = add(store, value);
    store.ids.set(text, id);
  }
  return id;
}

/** An object that stands for a collection of any number of items: its properties say what these are. Equal texts mean equal ones. */
export function internCollection(store: ValueStore, text: string, properties: readonly PropertyFacts[]): ValueId {
  let id = store.ids.get(text);
  if (id === undefined) {
    // The unknown spread says that there may be more.
    id = internIndexed(store, 'object', store.objects.push({ properties, spreads: [UNKNOWN] }) - 1);
    store.ids.set(text, id);
  }
  return id;
}

/** What a property of an object is that the file writes down. */
export function propertyOf(
  { values, objects }: Pick<ValueStore, 'values' | 'objects'>,
  id: ValueId,
  name: string,
): ValueId | undefined {
  const value = values[id];
  const facts = value?.[0] === 'object' ? objects[value[1]] : undefined;
  return facts?.properties.find(([key]) => key === name)?.[1];
}

function add({ values }: ValueStore, value: Value): ValueId {
  return values.push(value) - 1;
}

export function internImport(store: ValueStore, specifier: string): ValueId {
  let index = store.imports.indexOf(specifier);
  if (index < 0) index = store.imports.push(specifier) - 1;
  return internIndexed(store, 'import', index);
}

export function internMember(store: ValueStore, of: ValueId, name: string): ValueId {
  let members = store.members[of];
  if (!members) store.members[of] = members = new Map<string, ValueId>();
  let id = members.get(name);
  if (id === undefined) {
    id = add(store, ['member', of, name]);
    members.set(name, id);
  }
  return id;
}

const MAX_ALTERNATIVES = 4;

/** One value of several. Literals stand back: `let db = null; db = open()` is what `open` returns. */
export function internUnion(store: ValueStore, ids: readonly ValueId[]): ValueId {
  if (ids.length < 2) return ids[0] ?? UNKNOWN;
  const solid = distinct(ids, (id) => store.values[id]?.[0] !== 'literal');
  const kept = solid.length > 0 ? solid : distinct(ids, () => true);
  if (kept.length > MAX_ALTERNATIVES) return UNKNOWN;
  return kept.length === 1 ? (kept[0] ?? UNKNOWN) : intern(store, ['union', kept]);
}

/** Up to one more than there may be. */
function distinct(ids: readonly ValueId[], test: (id: ValueId) => boolean): ValueId[] {
  const found: ValueId[] = [];
  for (const id of ids) {
    if (test(id) && !found.includes(id)) found.push(id);
    if (found.length > MAX_ALTERNATIVES) break;
  }
  return found;
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
