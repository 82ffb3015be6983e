import type { Value, ValueId } from '../model/facts.ts';
import { FunctionFlag } from '../model/facts.ts';
import type { Catalog } from '../catalog/types.ts';
import type { ApiPath, ApiPaths } from './api-paths.ts';
import {
  createAtom,
  instanceOf,
  join,
  NOTHING,
  softened,
  TOO_MANY,
  UNKNOWN,
  UNKNOWN_SOFT,
  type Atom,
  type Result,
} from './atoms.ts';
import { memberOf } from './members.ts';
import { assignedExports } from './modules.ts';
import { functionAtom, type FileNode, type FunctionNode } from './nodes.ts';
import { parameter } from './parameters.ts';
import { Solver } from './solver.ts';
import { arrayAtom, entityAtom, valueOf, type ImportTarget, type Unit } from './unit.ts';

type Literal = string | number | boolean | null;

/** What evaluation in one layer works with. Layer 0 knows nothing of call sites; layer 1 lets them tell what parameters are. */
export interface Evaluation {
  readonly layer: 0 | 1;
  readonly catalog: Catalog;
  readonly paths: ApiPaths;
  readonly literals: Map<Literal, Atom>;
  readonly base: Evaluation;
  evaluate(unit: Unit, value: ValueId): Result;
  /** Whether it is values, not edges, that are being worked out. */
  isBusy(): boolean;
  /** Evaluates a value of another file (or the same) on behalf of `asker`, and remembers that it depends on it. */
  evaluateFor(asker: Unit, unit: Unit, value: ValueId): Result;
}

export const FOREIGN: Result = createAtom({ kind: 'foreign' }).alone;

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

/** Remembers that what is said of `asker` depends on a file. */
export function consult(evaluation: Evaluation, asker: Unit, file: FileNode, isValue = evaluation.isBusy()): void {
  if (asker.file === file) return;
  const { layer } = evaluation;
  if (isValue) {
    (asker.consulted[layer] ??= new Set()).add(file);
    (file.dependents[layer] ??= new Set()).add(asker.file);
  } else {
    (asker.linkConsulted ??= new Set()).add(file);
    (file.linkDependents ??= new Set()).add(asker.file);
  }
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
    case 'union':
      return value[1].reduce((all, part) => join(all, evaluation.evaluate(unit, part)), NOTHING);
    case 'member':
      return memberOfAll(evaluation, unit, evaluation.evaluate(unit, value[1]), value[2]);
    case 'result':
      return each(evaluation.evaluate(unit, value[1]), (atom) => resultOf(evaluation, unit, atom));
    case 'instance':
      return each(evaluation.evaluate(unit, value[1]), (atom) => newOf(evaluation, unit, atom));
    case 'param':
      return parameter(evaluation, unit, value[1], value[2]);
    case 'unknown':
      return UNKNOWN;
  }
}

function functionResult(node: FunctionNode | undefined): Result {
  return node ? functionAtom(node).alone : UNKNOWN;
}

function literalAtom({ literals }: Evaluation, value: Literal): Atom {
  let atom = literals.get(value);
  if (!atom) literals.set(value, (atom = createAtom({ kind: 'literal', value })));
  return atom;
}

export function apiResult(path: ApiPath | null): Result {
  return path ? path.atom.alone : FOREIGN;
}

export function moduleResult(target: ImportTarget): Result {
  if (!target) return FOREIGN;
  return 'functions' in target ? target.namespace.alone : target.atom.alone;
}

/** As `each` with `memberOf`, for the many that are one thing or nothing. */
function memberOfAll(evaluation: Evaluation, unit: Unit, of: Result, name: string): Result {
  const { atoms } = of;
  const [only] = atoms;
  if (only === undefined) return of;
  if (atoms.length === 1 && !of.open && !of.soft) return memberOf(evaluation, unit, only, name);
  return each(of, (atom) => memberOf(evaluation, unit, atom, name));
}

/** Joins what `of` says of each atom; what is not known stays so. */
export function each(result: Result, of: (atom: Atom) => Result): Result {
  if (result === TOO_MANY) return result;
  let all: Result = result.open ? (result.soft ? UNKNOWN_SOFT : UNKNOWN) : NOTHING;
  for (const atom of result.atoms) all = join(all, of(atom));
  return result.soft ? softened(all) : all;
}

/** What a call of the atom returns. */
export function resultOf(evaluation: Evaluation, asker: Unit, atom: Atom): Result {
  switch (atom.kind) {
    case 'api':
      return apiResult(evaluation.paths.result(atom.path));
    case 'foreign':
      return FOREIGN;
    case 'function':
      return returned(evaluation, asker, atom.node);
    case 'class':
      return instanceOf(atom).alone;
    case 'namespace':
      return eachOfModule(evaluation, asker, atom.file, resultOf);
    default:
      return UNKNOWN;
  }
}

function returned(evaluation: Evaluation, asker: Unit, node: FunctionNode): Result {
  const { unit } = node.file;
  node.asksReturns = true;
  consult(evaluation, asker, node.file);
  if (!unit || node.index < 0 || node.facts.flags & FunctionFlag.Generator) return UNKNOWN;
  let all = NOTHING;
  for (const value of node.facts.returns) all = join(all, evaluation.evaluateFor(asker, unit, value));
  return all;
}

/** What `new` makes of the atom. */
function newOf(evaluation: Evaluation, asker: Unit, atom: Atom): Result {
  switch (atom.kind) {
    case 'api':
      return apiResult(evaluation.paths.result(atom.path));
    case 'foreign':
      return FOREIGN;
    case 'class':
    case 'function':
      return instanceOf(atom).alone;
    case 'namespace':
      return eachOfModule(evaluation, asker, atom.file, newOf);
    default:
      return UNKNOWN;
  }
}

/** What a module is when it is used as a value: what was assigned to `module.exports`, also through other modules. */
export function moduleValue(evaluation: Evaluation, asker: Unit, file: FileNode): Result {
  const visited = new Set([file]);
  let all = NOTHING;
  for (const module of visited) {
    consult(evaluation, asker, module);
    const { unit } = module;
    if (!unit) continue;
    for (const value of assignedExports(unit)) {
      const result = evaluation.evaluateFor(asker, unit, value);
      for (const atom of result.atoms) if (atom.kind === 'namespace') visited.add(atom.file);
      all = join(all, result);
    }
  }
  return all;
}

function eachOfModule(evaluation: Evaluation, asker: Unit, file: FileNode, of: typeof resultOf): Result {
  const value = moduleValue(evaluation, asker, file);
  if (value === NOTHING) return UNKNOWN;
  return each(value, (atom) => (atom.kind === 'namespace' ? NOTHING : of(evaluation, asker, atom)));
}
