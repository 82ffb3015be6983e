import type { ValueId } from '../model/facts.ts';
import { instanceOf, type Atom, type Result } from './atoms.ts';
import { compose, heldRuns, parameterRuns, type ArgumentRuns } from './callback-runs.ts';
import { consult, type Evaluation } from './evaluation.ts';
import { assignedExports, findExport, valuesOf } from './modules.ts';
import type { FunctionNode } from './nodes.ts';
import { assignmentsTo, propertyValues, valueOf, type Unit } from './unit.ts';

/** Functions that a closure was made with, and how a call of it runs them. */
export interface Held {
  readonly result: Result;
  readonly how: ArgumentRuns;
}

/** `const load = withRetry(read)`, and `withRetry(timed(read))`. */
const MAX_DEPTH = 4;

/** Whether it is a function that another one makes, which may hold what that was handed. */
export function isClosure(atom: Atom): boolean {
  return atom.kind === 'function' && atom.node.facts.parent > 0;
}

/** Who asks. */
interface Asker {
  readonly evaluation: Evaluation;
  readonly unit: Unit;
}

/**
 * What a closure runs of the functions that the call was handed which made it. A closure has one node, whoever made it: so
 * that its makers do not mix, what it runs is told of each call of it.
 */
export function heldBy(asker: Asker, unit: Unit, id: ValueId, depth = 0): Held[] {
  const made = depth < MAX_DEPTH ? madeBy(asker, unit, id) : undefined;
  if (!made) return [];
  const makers = asker.evaluation.evaluateFor(asker.unit, made.unit, made.callee).atoms.flatMap(functionOf);
  return makers.flatMap((maker) =>
    closuresOf(asker, maker).flatMap((closure) =>
      made.args.flatMap((argument, position) => {
        const how = runsIn(asker, maker, closure, position);
        return how.runs === 0 ? [] : handedOver(asker, { unit: made.unit, id: argument }, how, depth);
      }),
    ),
  );
}

function handedOver(asker: Asker, { unit, id }: Place, how: ArgumentRuns, depth: number): Held[] {
  const result = asker.evaluation.evaluateFor(asker.unit, unit, id);
  const inner = result.atoms.some(isClosure) ? heldBy(asker, unit, id, depth + 1) : [];
  return [{ result, how }, ...inner.map((held) => ({ result: held.result, how: compose(how, held.how) }))];
}

function runsIn({ evaluation, unit }: Asker, maker: FunctionNode, closure: number, position: number): ArgumentRuns {
  // That somebody asked is kept with this: another use of the parameter is seen as a change then.
  parameterRuns(evaluation, unit, maker, position);
  return heldRuns(evaluation.base, maker, closure, position);
}

function functionOf(atom: Atom): FunctionNode[] {
  return atom.kind === 'function' ? [atom.node] : [];
}

/** The functions within it that it gives back. */
function closuresOf(asker: Asker, maker: FunctionNode): number[] {
  consult(asker.evaluation, asker.unit, maker.file);
  const { unit } = maker.file;
  if (!unit || maker.index < 0) return [];
  maker.asksReturns = true;
  return maker.facts.returns.flatMap((id) => {
    const value = valueOf(unit, id);
    return value[0] === 'function' && unit.facts.functions[value[1]]?.parent === maker.index ? value[1] : [];
  });
}

interface Made {
  readonly unit: Unit;
  readonly callee: ValueId;
  readonly args: readonly ValueId[];
}

/** The call that a value comes from, in its own file or in one that it is imported from. */
function madeBy(asker: Asker, unit: Unit, id: ValueId): Made | undefined {
  const [place, ...others] = writtenPlaces(asker, { unit, id }, 0);
  const value = place && others.length === 0 ? valueOf(place.unit, place.id) : undefined;
  if (!place || value?.[0] !== 'result' || !value[2]) return undefined;
  asker.evaluation.evaluateFor(asker.unit, place.unit, place.id);
  return { unit: place.unit, callee: value[1], args: value[2] };
}

interface Place {
  readonly unit: Unit;
  readonly id: ValueId;
}

/** Where a value is written down that is imported, or a property of an object, a class or an instance. */
function writtenPlaces(asker: Asker, { unit, id }: Place, steps: number): Place[] {
  const value = valueOf(unit, id);
  if (steps > MAX_DEPTH) return [];
  const onwards = (places: readonly Place[]): Place[] =>
    places.flatMap((place) => writtenPlaces(asker, place, steps + 1));
  if (value[0] === 'import') {
    const module = moduleOf(unit, value[1]);
    return module ? onwards(placesIn(module, assignedExports(module))) : [];
  }
  if (value[0] !== 'member') return [{ unit, id }];
  const of = valueOf(unit, value[1]);
  const module = of[0] === 'import' ? moduleOf(unit, of[1]) : undefined;
  if (module) return onwards(exportedAs(module, value[2]));
  const holders = writtenPlaces(asker, { unit, id: value[1] }, steps + 1);
  const properties = holders.flatMap((holder) => propertyOf(holder, value[2]));
  if (properties.length > 0) return onwards(properties);
  const { atoms } = asker.evaluation.evaluateFor(asker.unit, unit, value[1]);
  return onwards(atoms.flatMap((atom) => fieldOf(asker, atom, value[2], 0)));
}

/** A member of a class or its instances, its own or inherited. */
function fieldOf(asker: Asker, atom: Atom, name: string, steps: number): Place[] {
  const isStatic = atom.kind === 'class';
  const of = atom.kind === 'instance' ? atom.of : atom;
  if (of.kind !== 'class' || steps > MAX_DEPTH) return [];
  consult(asker.evaluation, asker.unit, of.file);
  const { unit } = of.file;
  const facts = unit?.facts.classes[of.index];
  if (!unit || !facts) return [];
  const own = isStatic ? facts.statics : facts.members;
  const assigned = assignmentsTo(unit, `class${isStatic ? '' : '.prototype'}:${of.index}`);
  const places = placesIn(unit, [...propertyValues(unit, own, name), ...propertyValues(unit, assigned, name)]);
  if (places.length > 0 || facts.superclass === undefined) return places;
  const { atoms } = asker.evaluation.evaluateFor(asker.unit, unit, facts.superclass);
  return atoms.flatMap((parent) => {
    if (parent.kind !== 'class') return [];
    return fieldOf(asker, isStatic ? parent : instanceOf(parent), name, steps + 1);
  });
}

function exportedAs({ file }: Unit, name: string): Place[] {
  return findExport(file, name).flatMap((target) => {
    const owner = 'file' in target ? target.file.unit : undefined;
    if (!owner || !('file' in target)) return [];
    const places = placesIn(owner, valuesOf(target));
    return target.kind === 'member' ? places.flatMap((whole) => propertyOf(whole, target.name)) : places;
  });
}

function placesIn(unit: Unit, ids: readonly ValueId[]): Place[] {
  return ids.map((id) => ({ unit, id }));
}

function moduleOf(unit: Unit, index: number): Unit | undefined {
  const target = unit.imports[index];
  return target && 'functions' in target ? target.unit : undefined;
}

function propertyOf({ unit, id }: Place, name: string): Place[] {
  const value = valueOf(unit, id);
  const facts = value[0] === 'object' ? unit.facts.objects[value[1]] : undefined;
  return facts ? placesIn(unit, propertyValues(unit, facts.properties, name)) : [];
}
