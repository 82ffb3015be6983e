import type { ValueId } from '../../model/facts.ts';
import { intern, UNKNOWN, type ValueStore } from '../values.ts';
import type { Scope } from './records.ts';
import type { Node } from './tree.ts';
import type { Walk } from './walk-state.ts';

/** Turns expressions into values, after the walk has seen every binding. */
export interface Evaluator extends ValueStore {
  readonly walk: Walk;
  /** A specifier by which the file imports itself. */
  readonly self: string;
  readonly objectOf: Map<Node, ValueId>;
  evaluate(expression: Node, scope: Scope): ValueId;
  /** What a name means in a scope. */
  named(name: string, scope: Scope): ValueId;
}

/** What calling a value gives, or an instance of it. */
export function derive(evaluator: Evaluator, kind: 'result' | 'instance', of: ValueId): ValueId {
  return of === UNKNOWN ? UNKNOWN : intern(evaluator, [kind, of]);
}
