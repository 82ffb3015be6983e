import { FunctionFlag } from '../model/facts.ts';
import type { ApiPath } from './api-paths.ts';
import { MAX_STEPS, type Atom, type Result } from './atoms.ts';
import { callMethod, consult, moduleValue, type Evaluation } from './evaluation.ts';
import type { FunctionNode } from './nodes.ts';
import type { Unit } from './unit.ts';

/** What calling a value runs. */
export type Target =
  { readonly kind: 'function'; readonly node: FunctionNode } | { readonly kind: 'api'; readonly path: ApiPath };

export interface Targets {
  readonly found: readonly Target[];
  /** More than one thing may be called. */
  readonly likely: boolean;
  /** Whether anything at all is known to be called: a local class without a constructor is known and runs nothing. */
  readonly isKnown: boolean;
}

const NONE: Targets = { found: [], likely: false, isKnown: false };

export function targetsOf(evaluation: Evaluation, asker: Unit, callee: Result): Targets {
  const { atoms } = callee;
  const [only] = atoms;
  if (only === undefined) return NONE;
  if (atoms.length === 1) {
    // By far the most: what is neither of the project nor in the catalog.
    if (only.kind === 'foreign' && !callee.open) return NONE;
    const simple = simpleTargets(evaluation, asker, only, callee.open);
    if (simple) return simple;
  }
  const found: Target[] = [];
  let isKnown = false;
  let alternatives = callee.open ? 1 : 0;
  for (const atom of atoms) {
    if (atom.kind === 'literal' || atom.kind === 'array' || atom.kind === 'regex') continue;
    alternatives++;
    if (addTargets(evaluation, asker, atom, found, new Set())) isKnown = true;
  }
  return { found, likely: alternatives > 1 || found.length > 1, isKnown };
}

/** The many calls of one function or one API make nothing new. */
function simpleTargets(evaluation: Evaluation, asker: Unit, atom: Atom, likely: boolean): Targets | undefined {
  if (likely || (atom.kind !== 'function' && atom.kind !== 'api')) return undefined;
  if (atom.kind === 'function') consult(evaluation, asker, atom.node.file);
  if (atom.kind === 'function' && atom.node.index < 0) return undefined;
  const target: Target = atom.kind === 'api' ? { kind: 'api', path: atom.path } : { kind: 'function', node: atom.node };
  return (atom.targets ??= { found: [target], likely: false, isKnown: true });
}

function addTargets(evaluation: Evaluation, asker: Unit, atom: Atom, found: Target[], visited: Set<Atom>): boolean {
  if (visited.has(atom) || visited.size > MAX_STEPS) return false;
  visited.add(atom);
  switch (atom.kind) {
    case 'function':
      consult(evaluation, asker, atom.node.file);
      if (atom.node.index >= 0) found.push({ kind: 'function', node: atom.node });
      return true;
    case 'api':
      found.push({ kind: 'api', path: atom.path });
      return true;
    case 'class':
      addConstructor(evaluation, asker, atom, found, visited);
      return true;
    case 'instance': {
      const node = callMethod(evaluation, asker, atom.of);
      if (node) found.push({ kind: 'function', node });
      return node !== undefined;
    }
    case 'namespace': {
      const { atoms } = moduleValue(evaluation, asker, atom.file);
      return atoms.map((part) => addTargets(evaluation, asker, part, found, visited)).some(Boolean);
    }
    default:
      return false;
  }
}

function addConstructor(
  evaluation: Evaluation,
  asker: Unit,
  atom: Atom & { readonly kind: 'class' },
  found: Target[],
  visited: Set<Atom>,
): void {
  consult(evaluation, asker, atom.file);
  const { unit } = atom.file;
  const facts = unit?.facts.classes[atom.index];
  if (!unit || !facts) return;
  const own = constructorsOf(unit)[atom.index];
  if (own) found.push({ kind: 'function', node: own });
  else if (facts.superclass !== undefined) {
    for (const value of [facts.superclass, ...(facts.furtherSuperclasses ?? [])]) {
      const superclass = evaluation.evaluateFor(asker, unit, value);
      const known = found.length;
      for (const part of superclass.atoms) addTargets(evaluation, asker, part, found, visited);
      if (found.length > known) return;
    }
  }
}

function constructorsOf(unit: Unit): readonly (FunctionNode | undefined)[] {
  if (unit.indexes.constructors) return unit.indexes.constructors;
  const found: (FunctionNode | undefined)[] = [];
  for (const node of unit.functions) {
    const { owner, flags } = node.facts;
    if (owner !== undefined && flags & FunctionFlag.Constructor) found[owner] = node;
  }
  unit.indexes.constructors = found;
  return found;
}
