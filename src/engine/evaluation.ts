import type { Catalog } from '../catalog/types.ts';
import { FunctionFlag, type ValueId } from '../model/facts.ts';
import type { ApiPath, ApiPaths } from './api-paths.ts';
import {
  createAtom,
  instanceOf,
  join,
  MAX_STEPS,
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
import { assignmentsTo, noteConsulted, tagOf, valueOf, type ImportTarget, type Unit } from './unit.ts';

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
  /** Whether it is values, not edges, that are being worked out. */
  isBusy(): boolean;
  /** Evaluates a value of another file (or the same) on behalf of `asker`, and remembers that it depends on it. */
  evaluateFor(asker: Unit, unit: Unit, value: ValueId): Result;
}

export const FOREIGN: Result = createAtom({ kind: 'foreign' }).alone;

/** Functions of which it is being worked out what they do with their parameters: that is kept like a value. */
export const inProgress = new Set<FunctionNode>();

/** Remembers that what is said of `asker` depends on a file. */
export function consult(evaluation: Evaluation, asker: Unit, file: FileNode): void {
  if (asker.file === file) return;
  if (inProgress.size > 0 || evaluation.isBusy()) {
    noteConsulted(asker, evaluation.layer, file);
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
    case 'instance': {
      const method = callMethod(evaluation, asker, atom.of);
      return method ? returned(evaluation, asker, method) : UNKNOWN;
    }
    case 'namespace':
      return eachOfModule(evaluation, asker, atom.file, resultOf);
    case 'array': {
      const [unit, items] = itemsOf(atom) ?? [];
      if (!unit || !items || items.length === 0) return UNKNOWN;
      return items.reduce((all, item) => join(all, evaluation.evaluateFor(asker, unit, item)), NOTHING);
    }
    case 'object':
      return propertiesOf(evaluation, asker, atom);
    default:
      return UNKNOWN;
  }
}

/** Values that nobody calls. */
const PLAIN = new Set(['literal', 'unknown', 'regex']);

/** Anything that an object has: it stands for the function that gives one of its properties. */
function propertiesOf(
  evaluation: Evaluation,
  asker: Unit,
  { file, index }: Atom & { readonly kind: 'object' },
): Result {
  consult(evaluation, asker, file);
  const { unit } = file;
  const facts = unit?.facts.objects[index];
  let all = UNKNOWN;
  if (!unit || !facts) return all;
  for (const [, id] of [...facts.properties, ...assignmentsTo(unit, `object:${index}`)]) {
    if (!PLAIN.has(tagOf(unit, id))) all = join(all, evaluation.evaluateFor(asker, unit, id));
  }
  return all;
}

/** The items of a list that a file writes down. */
export function itemsOf({ file, index }: Atom & { readonly kind: 'array' }): [Unit, readonly ValueId[]] | undefined {
  const value = file.unit && valueOf(file.unit, index);
  return file.unit && value?.[0] === 'array' ? [file.unit, value[1]] : undefined;
}

/** The member of a class that a call of its instances runs, as languages with such classes name it in the facts. */
const CALL = '()';

/** The method that a call of an instance runs: the class's own, or what it inherits. Looked up in the facts, for a search among values may come back here. */
export function callMethod(evaluation: Evaluation, asker: Unit, of: Atom, steps = 0): FunctionNode | undefined {
  if (of.kind !== 'class' || steps > MAX_STEPS) return undefined;
  consult(evaluation, asker, of.file);
  const { unit } = of.file;
  const facts = unit?.facts.classes[of.index];
  if (!unit || !facts) return undefined;
  const own = facts.members.find(([name]) => name === CALL);
  const value = own && valueOf(unit, own[1]);
  if (value) return value[0] === 'function' ? unit.functions[value[1]] : undefined;
  for (const id of [facts.superclass, ...(facts.furtherSuperclasses ?? [])]) {
    if (id === undefined) continue;
    for (const base of evaluation.evaluateFor(asker, unit, id).atoms) {
      const method = callMethod(evaluation, asker, base, steps + 1);
      if (method) return method;
    }
  }
  return undefined;
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
    case 'object':
      // A type that only has a shape: who hands it over, or implements it, may tell more.
      return softened(atom.alone);
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
