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
  readonly imports: string[];
  readonly objects: ObjectFacts[];
  readonly objectOf: Map<Node, ValueId>;
  /** Type aliases and interfaces that are being evaluated: they may refer to themselves. */
  readonly busyTypes: Set<Node>;
}

export const UNKNOWN: ValueId = 0;

export function intern(evaluator: Evaluator, value: Value): ValueId {
  const key = value.length === 1 ? value[0] : `${value[0]}|${String(value[1])}|${String(value[2])}|${typeof value[1]}`;
  const known = evaluator.ids.get(key);
  if (known !== undefined) return known;
  const id = evaluator.values.length;
  evaluator.values.push(value);
  evaluator.ids.set(key, id);
  return id;
}

export function internImport(evaluator: Evaluator, specifier: string): ValueId {
  let index = evaluator.imports.indexOf(specifier);
  if (index < 0) index = evaluator.imports.push(specifier) - 1;
  return intern(evaluator, ['import', index]);
}

export function internMember(evaluator: Evaluator, of: ValueId, name: string): ValueId {
  return of === UNKNOWN ? intern(evaluator, ['member', UNKNOWN, name]) : intern(evaluator, ['member', of, name]);
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
