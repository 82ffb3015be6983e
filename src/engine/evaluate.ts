import type { Catalog } from '../catalog/types.ts';
import type { Value, ValueId } from '../model/facts.ts';
import type { ApiPaths } from './api-paths.ts';
import { createAtom, instanceOf, join, NOTHING, softened, UNKNOWN, type Atom, type Result } from './atoms.ts';
import {
  apiResult,
  consult,
  each,
  moduleResult,
  newOf,
  resultOf,
  type Evaluation,
  type Literal,
} from './evaluation.ts';
import { memberOf } from './members.ts';
import { findExport } from './modules.ts';
import { functionAtom, type FunctionNode } from './nodes.ts';
import { parameter } from './parameters.ts';
import { Solver } from './solver.ts';
import { arrayAtom, entityAtom, valueOf, type Unit } from './unit.ts';

export function createEvaluations(catalog: Catalog, paths: ApiPaths): { base: Evaluation; full: Evaluation } {
  const base = createEvaluation(0, catalog, paths, undefined);
  return { base, full: createEvaluation(1, catalog, paths, base) };
}

function createEvaluation(layer: 0 | 1, catalog: Catalog, paths: ApiPaths, lower: Evaluation | undefined): Evaluation {
  const solver = new Solver(layer, (unit, value) => step(evaluation, unit, valueOf(unit, value), value));
  const evaluate = (unit: Unit, value: ValueId): Result => {
    if (!lower) return solver.evaluate(unit, value);
    const known = lower.evaluate(unit, value);
    return known.soft ? solver.evaluate(unit, value) : known;
  };
  const evaluation: Evaluation = {
    layer,
    catalog,
    paths,
    literals: lower?.literals ?? new Map<Literal, Atom>(),
    expressions: lower?.expressions ?? new Map<string, Atom>(),
    get base() {
      return lower ?? evaluation;
    },
    evaluate,
    isBusy: () => solver.isBusy(),
    evaluateFor(asker, unit, value) {
      if (asker !== unit) {
        consult(evaluation, asker, unit.file);
        (unit.exposed[0] ??= new Set()).add(value);
        if (layer === 1) (unit.exposed[1] ??= new Set()).add(value);
      }
      return evaluate(unit, value);
    },
  };
  return evaluation;
}

function step(evaluation: Evaluation, unit: Unit, value: Value, id: ValueId): Result {
  switch (value[0]) {
    case 'import':
      return moduleResult(unit.imports[value[1]] ?? null);
    case 'global':
      return apiResult(evaluation.paths.member(evaluation.paths.global, value[1]));
    case 'function':
      return functionResult(unit.functions[value[1]]);
    case 'class':
      return entityAtom(unit, 'class', value[1]).alone;
    case 'object':
      return entityAtom(unit, 'object', value[1]).alone;
    case 'array':
      return arrayAtom(unit, id).alone;
    case 'literal':
      return literalAtom(evaluation, value[1]).alone;
    case 'regex':
      return expressionAtom(evaluation, value[1], value[2]).alone;
    case 'union':
      return value[1].reduce((all, part) => join(all, evaluation.evaluate(unit, part)), NOTHING);
    case 'member':
      return (
        submodule(evaluation, unit, value[1], value[2]) ??
        memberOfAll(evaluation, unit, evaluation.evaluate(unit, value[1]), value[2])
      );
    case 'result':
      return each(
        evaluation.evaluate(unit, value[1]),
        (atom) => given(evaluation, unit, atom, value[2]) ?? resultOf(evaluation, unit, atom),
      );
    case 'instance':
      return each(evaluation.evaluate(unit, value[1]), (atom) => newOf(evaluation, unit, atom));
    case 'param':
      return parameter(evaluation, unit, value[1], value[2]);
    case 'unknown':
      return UNKNOWN;
  }
}

/** What a container of dependency injection gives: an instance of the class that it is handed, or what a type says. */
function given(
  evaluation: Evaluation,
  unit: Unit,
  callee: Atom,
  [wanted]: readonly ValueId[] = [],
): Result | undefined {
  if (wanted === undefined || callee.kind !== 'api' || !callee.path.givesInstance) return undefined;
  return each(evaluation.evaluate(unit, wanted), (atom) => {
    if (atom.kind === 'class') return instanceOf(atom).alone;
    return atom.kind === 'instance' || atom.kind === 'object' ? softened(atom.alone) : UNKNOWN;
  });
}

function functionResult(node: FunctionNode | undefined): Result {
  return node ? functionAtom(node).alone : UNKNOWN;
}

function literalAtom({ literals }: Evaluation, value: Literal): Atom {
  let atom = literals.get(value);
  if (!atom) literals.set(value, (atom = createAtom({ kind: 'literal', value })));
  return atom;
}

function expressionAtom({ expressions }: Evaluation, pattern: string, flags: string): Atom {
  const text = `/${pattern}/${flags}`;
  let atom = expressions.get(text);
  if (!atom) expressions.set(text, (atom = createAtom({ kind: 'regex', pattern, flags })));
  return atom;
}

/** A module that another one has under a name, unless that has something else there. */
function submodule(evaluation: Evaluation, unit: Unit, of: ValueId, name: string): Result | undefined {
  const { submodules } = unit.facts;
  const value = submodules && valueOf(unit, of);
  if (value?.[0] !== 'import') return undefined;
  const entry = submodules?.find(([module, member]) => module === value[1] && member === name);
  if (!entry) return undefined;
  const module = unit.imports[value[1]] ?? null;
  if (module) {
    // What is not of the project goes by its name.
    if (!('functions' in module)) return undefined;
    consult(evaluation, unit, module);
    // What a module takes from itself is not there yet.
    if (module !== unit.file && findExport(module, name).length > 0) return undefined;
  }
  return moduleResult(unit.imports[entry[2]] ?? null);
}

/** As `each` with `memberOf`, for the many that are one thing or nothing. */
function memberOfAll(evaluation: Evaluation, unit: Unit, of: Result, name: string): Result {
  const { atoms } = of;
  const [only] = atoms;
  if (only === undefined) return of;
  if (atoms.length === 1 && !of.open && !of.soft) return memberOf(evaluation, unit, only, name);
  return each(of, (atom) => memberOf(evaluation, unit, atom, name));
}
