import type { ValueId } from '../model/facts.ts';
import { join, NOTHING, type Result } from './atoms.ts';
import type { Evaluation } from './evaluation.ts';
import { targetsOf } from './targets.ts';
import { assignmentsTo, propertyValues, valueOf, type Unit } from './unit.ts';

/** The body of a file hands a class, a function or an object of its own to a function that adds members to it. */
export interface Mixin {
  readonly callee: ValueId;
  readonly argument: number;
}

const NO_MIXINS: readonly Mixin[] = [];

/** Calls in the body of the file that are handed one of its entities: `class:0`, `function:3`, `object:1`. */
export function mixinsTo(unit: Unit, entity: string): readonly Mixin[] {
  unit.indexes.mixins ??= indexMixins(unit);
  return unit.indexes.mixins.get(entity) ?? NO_MIXINS;
}

function indexMixins(unit: Unit): Map<string, Mixin[]> {
  const index = new Map<string, Mixin[]>();
  for (const { callee, args } of unit.facts.functions[0]?.calls ?? []) {
    args.forEach((id, argument) => {
      const value = valueOf(unit, id);
      if (value[0] !== 'class' && value[0] !== 'object' && value[0] !== 'function') return;
      const entity = `${value[0]}:${value[1]}`;
      const known = index.get(entity);
      if (known) known.push({ callee, argument });
      else index.set(entity, [{ callee, argument }]);
    });
  }
  return index;
}

/**
 * What `require('./log')(Store)` gives `Store` under a name: `module.exports = (C) => { C.prototype.log = … }`.
 *
 * @param on `.prototype` for members of instances
 */
export function mixedIn(
  evaluation: Evaluation,
  asker: Unit,
  owner: { readonly unit: Unit; readonly entity: string; readonly on: '' | '.prototype' },
  name: string,
): Result {
  let all = NOTHING;
  for (const { callee, argument } of mixinsTo(owner.unit, owner.entity)) {
    const mixer = evaluation.evaluateFor(asker, owner.unit, callee);
    // What an instance does when it is called may be mixed in itself: to ask would lead back here.
    if (mixer.atoms.some(({ kind }) => kind === 'instance')) continue;
    const { found } = targetsOf(evaluation, asker, mixer);
    for (const target of found) {
      const unit = target.kind === 'function' ? target.node.file.unit : undefined;
      if (!unit || target.kind !== 'function') continue;
      const set = assignmentsTo(unit, `param${owner.on}.${argument}:${target.node.index}`);
      for (const value of propertyValues(unit, set, name)) all = join(all, evaluation.evaluateFor(asker, unit, value));
    }
  }
  return all;
}
