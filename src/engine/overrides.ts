import { FunctionFlag } from '../model/facts.ts';
import { join, NOTHING, softened, UNKNOWN_SOFT, type Atom, type Result } from './atoms.ts';
import { consult, type Evaluation } from './evaluation.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import { assignmentsTo, propertyValues, type Unit } from './unit.ts';

/** A class of a file, and what it extends or implements. */
export interface Descent {
  readonly from: Atom;
  readonly child: Atom;
}

/** Remembers which classes of a file come from which of the project. */
export function noteDescents(evaluation: Evaluation, unit: Unit, atomOf: (index: number) => Atom): void {
  unit.facts.classes.forEach((facts, index) => {
    const { superclass, furtherSuperclasses = [], interfaces = [] } = facts;
    if (superclass === undefined && interfaces.length === 0) return;
    const bases = [...(superclass === undefined ? [] : [superclass]), ...furtherSuperclasses];
    for (const base of bases) noteEach(evaluation, unit, base, 'class', atomOf(index));
    for (const base of interfaces) noteEach(evaluation, unit, base, 'object', atomOf(index));
  });
}

function noteEach(evaluation: Evaluation, unit: Unit, base: number, kind: 'class' | 'object', child: Atom): void {
  for (const from of evaluation.evaluate(unit, base).atoms) {
    if (from.kind !== kind || from === child) continue;
    (from.derived ??= new Set()).add(child);
    (unit.descents ??= []).push({ from, child });
  }
}

export function forgetDescents(unit: Unit): void {
  for (const { from, child } of unit.descents ?? []) from.derived?.delete(child);
  unit.descents = undefined;
}

/** Files of classes and interfaces of which somebody wanted to know what comes from them, and of which another thing comes than before. */
export function changedBases(before: readonly Descent[] = [], after: readonly Descent[] = []): FileNode[] {
  const isIn = (list: readonly Descent[], { from, child }: Descent): boolean =>
    list.some((each) => each.from === from && each.child === child);
  const other = [...before.filter((each) => !isIn(after, each)), ...after.filter((each) => !isIn(before, each))];
  return other.flatMap(({ from }) => (from.asksDerived && 'file' in from ? from.file : []));
}

/**
 * What a member of an instance may be beside what its class has: that of the classes that come from it, where its own class leaves
 * the member to them.
 */
export function withOverrides(evaluation: Evaluation, asker: Unit, atom: Atom, name: string, own: Result): Result {
  const base = atom.kind === 'instance' ? atom.of : atom;
  if ((base.kind !== 'class' && base.kind !== 'object') || !leavesToOthers(own)) return own;
  // Which classes come from it is known once all files are.
  if (evaluation.layer === 0) return base.kind === 'class' ? softened(own) : own;
  base.asksDerived = true;
  const found = overridesOf(evaluation, asker, base, name);
  // Of several nobody says here which it is.
  if (found.length !== 1) return own;
  // Others may implement an interface as well.
  const beside = base.kind === 'object' ? UNKNOWN_SOFT : own.atoms.length > 0 ? own : NOTHING;
  return join(softened(found[0]!), beside);
}

/** What those classes have that come from it and have the member. */
function overridesOf(evaluation: Evaluation, asker: Unit, base: Atom, name: string): Result[] {
  const found: Result[] = [];
  const visited = new Set([base]);
  for (const atom of visited) {
    for (const child of atom.derived ?? []) visited.add(child);
    if (atom === base || atom.kind !== 'class') continue;
    consult(evaluation, asker, atom.file);
    const { unit } = atom.file;
    const facts = unit?.facts.classes[atom.index];
    if (!unit || !facts) continue;
    const values = [
      ...propertyValues(unit, facts.members, name),
      ...propertyValues(unit, assignmentsTo(unit, `class.prototype:${atom.index}`), name),
    ];
    const results = values.map((value) => evaluation.evaluateFor(asker, unit, value));
    if (results.length > 0) found.push(results.reduce(join, NOTHING));
  }
  return found;
}

/** Nothing, or functions that do nothing but complain that there is nothing. */
function leavesToOthers({ atoms }: Result): boolean {
  return atoms.every((atom) => atom.kind === 'function' && isStub(atom.node));
}

const OF_CLASSES = FunctionFlag.Method | FunctionFlag.Getter;

function isStub({ facts }: FunctionNode): boolean {
  const { flags, calls, returns, loops } = facts;
  return (flags & OF_CLASSES) !== 0 && calls.length === 0 && returns.length === 0 && loops.length === 0;
}
