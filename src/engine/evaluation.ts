import type { Catalog } from '../catalog/types.ts';
import { FunctionFlag, type ValueId } from '../model/facts.ts';
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
import { assignedExports } from './modules.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import type { ImportTarget, Unit } from './unit.ts';

export type Literal = string | number | boolean | null;

/** What evaluation in one layer works with. Layer 0 knows nothing of call sites; layer 1 lets them tell what parameters are. */
export interface Evaluation {
  readonly layer: 0 | 1;
  readonly catalog: Catalog;
  readonly paths: ApiPaths;
  readonly literals: Map<Literal, Atom>;
  /** By their source text. */
  readonly expressions: Map<string, Atom>;
  readonly base: Evaluation;
  evaluate(unit: Unit, value: ValueId): Result;
  /** What `atom.name` is. */
  member(asker: Unit, atom: Atom, name: string): Result;
  /** Whether it is values, not edges, that are being worked out. */
  isBusy(): boolean;
  /** Evaluates a value of another file (or the same) on behalf of `asker`, and remembers that it depends on it. */
  evaluateFor(asker: Unit, unit: Unit, value: ValueId): Result;
}

/** The member of a class that a call of its instances runs, as languages with such classes name it in the facts. */
export const CALL = '()';

export const FOREIGN: Result = createAtom({ kind: 'foreign' }).alone;

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

export function apiResult(path: ApiPath | null): Result {
  return path ? path.atom.alone : FOREIGN;
}

export function moduleResult(target: ImportTarget): Result {
  if (!target) return FOREIGN;
  return 'functions' in target ? target.namespace.alone : target.atom.alone;
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
    case 'instance':
      return each(evaluation.member(asker, atom, CALL), (call) => {
        return call.kind === 'function' ? resultOf(evaluation, asker, call) : UNKNOWN;
      });
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
export function newOf(evaluation: Evaluation, asker: Unit, atom: Atom): Result {
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
