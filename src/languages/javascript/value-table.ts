import type { ValueId } from '../../model/facts.ts';
import type { ValueStore } from '../values.ts';
import type { Node } from './ast.ts';
import type { Scope } from './records.ts';
import type { Walk } from './walk-state.ts';

/** Turns expressions into values, after the walk has seen every declaration. */
export interface Evaluator extends ValueStore {
  readonly walk: Walk;
  readonly evaluate: (expression: Node, scope: Scope) => ValueId;
  readonly self: string;
  readonly objectOf: Map<Node, ValueId>;
  /** Type aliases and interfaces that are being evaluated: they may refer to themselves. */
  readonly busyTypes: Set<Node>;
}

export {
  intern,
  internCollection,
  internGlobal,
  internImport,
  internIndexed,
  internLiteral,
  internMember,
  internParam,
  internUnion,
  propertyOf,
  rootOf,
  UNKNOWN,
} from '../values.ts';
