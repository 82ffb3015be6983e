import type { ObjectFacts, Value, ValueId } from '../../model/facts.ts';
import type { Node } from './ast.ts';
import type { Scope } from './records.ts';
import type { Walk } from './walk-state.ts';

/** Turns expressions into values, after the walk has seen every declaration. */
export interface Evaluator {
  readonly walk: Walk;
  readonly evaluate: (expression: Node, scope: Scope) => ValueId;
  readonly self: string;
  readonly values: Value[];
  readonly ids: Map<string, ValueId>;
  /** Of functions, classes, results and the like, by their index. */
  readonly indexed: Partial<Record<Value[0], (ValueId | undefined)[]>>;
  /** By value, the ids of its members. */
  readonly members: (Map<string, ValueId> | undefined)[];
  readonly imports: string[];
  readonly objects: ObjectFacts[];
  readonly objectOf: Map<Node, ValueId>;
  /** Type aliases and interfaces that are being evaluated: they may refer to themselves. */
  readonly busyTypes: Set<Node>;
}

export const UNKNOWN: ValueId = 0;

/** Gives equal values one id. Members are by far the most, so they have tables of their own and need no key. */
export function intern(evaluator: Evaluator, value: Value): ValueId {
  if (value[0] === 'member') return internMember(evaluator, value[1], value[2]);
  const ids = value.length === 2 && typeof value[1] === 'number' ? idsOf(evaluator, value[0]) : undefined;
  if (ids) return (ids[value[1] as number] ??= evaluator.values.push(value) - 1);
  const key = value.length === 1 ? value[0] : `${value[0]}|${String(value[1])}|${String(value[2])}|${typeof value[1]}`;
  const known = evaluator.ids.get(key);
  if (known !== undefined) return known;
  const id = evaluator.values.push(value) - 1;
  evaluator.ids.set(key, id);
  return id;
}

/** What is told by one index needs no key either. A literal may be any number, so it does. */
function idsOf({ indexed }: Evaluator, tag: Value[0]): (ValueId | undefined)[] | undefined {
  return tag === 'literal' ? undefined : (indexed[tag] ??= []);
}

export function internImport(evaluator: Evaluator, specifier: string): ValueId {
  let index = evaluator.imports.indexOf(specifier);
  if (index < 0) index = evaluator.imports.push(specifier) - 1;
  return intern(evaluator, ['import', index]);
}

export function internMember(evaluator: Evaluator, of: ValueId, name: string): ValueId {
  let members = evaluator.members[of];
  if (!members) evaluator.members[of] = members = new Map<string, ValueId>();
  let id = members.get(name);
  if (id === undefined) {
    id = evaluator.values.push(['member', of, name]) - 1;
    members.set(name, id);
  }
  return id;
}

const MAX_ALTERNATIVES = 4;

/** One value of several. Literals stand back: `let db = null; db = open()` is what `open` returns. */
export function internUnion(evaluator: Evaluator, ids: readonly ValueId[]): ValueId {
  const distinct = [...new Set(ids)];
  const solid = distinct.filter((id) => evaluator.values[id]?.[0] !== 'literal');
  const kept = solid.length > 0 ? solid : distinct;
  const [only] = kept;
  if (kept.length === 1 && only !== undefined) return only;
  if (kept.length === 0 || kept.length > MAX_ALTERNATIVES) return UNKNOWN;
  return intern(evaluator, ['union', kept]);
}
