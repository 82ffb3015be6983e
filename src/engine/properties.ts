import type { PropertyFacts } from '../model/facts.ts';
import type { Atom, Result } from './atoms.ts';
import { resultOf, type Evaluation } from './evaluation.ts';
import { memberOf } from './members.ts';
import { propertyValues, tagOf, valueOf, type Unit } from './unit.ts';

/** Arrays and objects that hold functions may hold each other. */
export const MAX_NESTING = 4;

/** What an object has at a path of properties; without a path, all that it holds. Lists have it in their items. */
export function* heldAt(
  evaluation: Evaluation,
  asker: Unit,
  atom: Atom,
  path: readonly string[],
  depth = 0,
): Generator<Result> {
  const holder = atom.kind === 'instance' ? atom.of : atom;
  const owner = 'file' in holder ? holder.file.unit : undefined;
  if (!owner || depth > MAX_NESTING) return;
  const [name, ...rest] = path;
  const isStep = name === undefined || atom.kind === 'array';
  for (const result of isStep ? allIn(evaluation, asker, owner, atom) : named(evaluation, asker, owner, atom, name)) {
    if (name === undefined || (rest.length === 0 && !isStep)) yield result;
    if (rest.length === 0 && !isStep) continue;
    for (const nested of result.atoms) {
      yield* heldAt(evaluation, asker, nested, isStep ? path : rest, depth + 1);
      // `fields: () => ({ … })`: written so that they may refer to what comes later.
      if (name !== undefined || nested.kind !== 'function' || nested.node.facts.paramNames.length > 0) continue;
      for (const made of resultOf(evaluation, asker, nested).atoms) {
        yield* heldAt(evaluation, asker, made, path, depth + 1);
      }
    }
  }
}

function allIn(evaluation: Evaluation, asker: Unit, owner: Unit, atom: Atom): Result[] {
  return propertiesOf(owner, atom).map(([, id]) => evaluation.evaluateFor(asker, owner, id));
}

function named(evaluation: Evaluation, asker: Unit, owner: Unit, atom: Atom, name: string): Result[] {
  if (atom.kind === 'namespace') return [memberOf(evaluation, asker, atom, name)];
  const values = propertyValues(owner, propertiesOf(owner, atom), name);
  return values.map((id) => evaluation.evaluateFor(asker, owner, id));
}

function propertiesOf(owner: Unit, atom: Atom): readonly PropertyFacts[] {
  if (atom.kind === 'object') return owner.facts.objects[atom.index]?.properties ?? [];
  if (atom.kind === 'instance') return atom.of.kind === 'class' ? methodsOf(owner, atom.of.index) : [];
  const value = atom.kind === 'array' ? valueOf(owner, atom.index) : undefined;
  return value?.[0] === 'array' ? value[1].map((id, index): PropertyFacts => [String(index), id]) : [];
}

/** What a library can call on an instance that it is given. */
function methodsOf(owner: Unit, index: number): readonly PropertyFacts[] {
  const members = owner.facts.classes[index]?.members ?? [];
  return members.filter(([name, id]) => tagOf(owner, id) === 'function' && !/^[_#]|^constructor$/.test(name));
}
