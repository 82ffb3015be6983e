import type { CallFacts, ValueId } from '../model/facts.ts';
import type { ArgumentFact, CallArguments } from '../catalog/evaluate.ts';
import { isConstantName } from './api-paths.ts';
import type { Atom, Result } from './atoms.ts';
import type { Evaluation } from './evaluation.ts';
import { propertyValues, type Unit } from './unit.ts';

const UNKNOWN_FACT: ArgumentFact = { kind: 'unknown' };
const MISSING: ArgumentFact = { kind: 'missing' };
const PRESENT: ArgumentFact = { kind: 'present' };
const FUNCTION: ArgumentFact = { kind: 'function' };

/** What is known of the arguments of a function that something else calls. */
export const unknownArguments: CallArguments = { argument: () => UNKNOWN_FACT };

/** What the catalog's conditions ask of a call's arguments. */
export function argumentsOf(evaluation: Evaluation, unit: Unit, call: CallFacts): CallArguments {
  return {
    argument(index, property) {
      const value = call.args[index];
      if (value === undefined) return MISSING;
      const path = property === undefined ? [] : property.split('.');
      return factOf(evaluation, unit, evaluation.evaluate(unit, value), path);
    },
  };
}

function factOf(evaluation: Evaluation, asker: Unit, result: Result, path: readonly string[]): ArgumentFact {
  const [atom, ...others] = result.atoms;
  const isVague = atom === undefined || others.length > 0 || result.open;
  if (path.length === 0) return isVague ? PRESENT : plainFact(atom);
  if (isVague) return UNKNOWN_FACT;
  return atom.kind === 'object' ? propertyFact(evaluation, asker, atom, path) : nonObjectFact(atom);
}

function plainFact(atom: Atom): ArgumentFact {
  if (atom.kind === 'literal') return { kind: 'literal', value: atom.value };
  if (atom.kind === 'api' && isConstantName(atom.path.path)) return { kind: 'literal', value: atom.path.path };
  return atom.kind === 'function' ? FUNCTION : PRESENT;
}

/** A property of a literal or a function is not there. */
function nonObjectFact(atom: Atom): ArgumentFact {
  return atom.kind === 'literal' || atom.kind === 'function' ? MISSING : UNKNOWN_FACT;
}

function propertyFact(
  evaluation: Evaluation,
  asker: Unit,
  atom: Atom & { readonly kind: 'object' },
  [name = '', ...rest]: readonly string[],
): ArgumentFact {
  const { unit } = atom.file;
  const facts = unit?.facts.objects[atom.index];
  if (!unit || !facts) return UNKNOWN_FACT;
  const values: readonly ValueId[] = propertyValues(unit, facts.properties, name);
  const [value] = values;
  if (value === undefined) return facts.spreads.length > 0 ? UNKNOWN_FACT : MISSING;
  if (values.length > 1) return UNKNOWN_FACT;
  return factOf(evaluation, asker, evaluation.evaluateFor(asker, unit, value), rest);
}
