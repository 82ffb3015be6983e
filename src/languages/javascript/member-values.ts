import type { ValueId } from '../../model/facts.ts';
import { isDefinite } from '../values.ts';
import { type AdditionRecord, isCollection, saysNothing, withAdded } from './collections.ts';
import { paramValue } from './evaluate.ts';
import type { MemberSource } from './records.ts';
import { typeValue } from './type-values.ts';
import { type Evaluator, internIndexed, internUnion } from './value-table.ts';

/** The value of a class member: what is assigned to it, else what its annotation says. */
export function memberValue(evaluator: Evaluator, sources: readonly MemberSource[]): ValueId {
  const written: ValueId[] = [];
  const added: AdditionRecord[] = [];
  let annotated: ValueId | undefined;
  for (const source of sources) {
    if (source.kind === 'function') written.push(internIndexed(evaluator, 'function', source.fn.index));
    else if (source.kind === 'expression') written.push(evaluator.evaluate(source.node, source.scope));
    else if (source.kind === 'type') annotated ??= typeValue(evaluator, source.node, source.scope);
    else if (source.kind === 'item') added.push(source.addition);
    else written.push(paramValue(evaluator, source.fn, source.index));
  }
  const value = internUnion(evaluator, written);
  // Of a parameter its own type is known, and who hands it over.
  const isParameter = evaluator.values[value]?.[0] === 'param';
  const isVague =
    annotated !== undefined && !isParameter && !isCollection(evaluator, annotated) && !isDefinite(evaluator, value);
  const known = annotated !== undefined && (isVague || saysNothing(evaluator, value)) ? annotated : value;
  return added.length > 0 ? withAdded(evaluator, known, added) : known;
}
