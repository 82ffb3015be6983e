import { FunctionFlag } from '../model/facts.ts';
import type { ClassFacts, ObjectFacts, ValueId } from '../model/facts.ts';
import { instanceOf, join, MAX_STEPS, NOTHING, UNKNOWN, type Atom, type Result } from './atoms.ts';
import { apiResult, consult, each, FOREIGN, itemsOf, moduleResult, resultOf, type Evaluation } from './evaluation.ts';
import { mixedIn } from './mixins.ts';
import { findExport, valuesOf, type ExportTarget } from './modules.ts';
import { functionAtom, type FileNode, type FunctionNode } from './nodes.ts';
import { withOverrides } from './overrides.ts';
import { assignmentsTo, propertyValues, type Unit } from './unit.ts';

/** What `atom.name` is. */
export function memberOf(evaluation: Evaluation, asker: Unit, atom: Atom, name: string): Result {
  switch (atom.kind) {
    case 'api':
      return apiResult(evaluation.paths.member(atom.path, name));
    case 'foreign':
      return FOREIGN;
    case 'array':
      return itemMember(evaluation, asker, atom, name);
    case 'literal':
    case 'regex':
      return UNKNOWN;
    case 'instance':
    case 'object': {
      const own = lookUp({ evaluation, asker, name, visited: undefined }, atom);
      return withOverrides(evaluation, asker, atom, name, own);
    }
    default:
      return lookUp({ evaluation, asker, name, visited: undefined }, atom);
  }
}

/** `rows.pop`, which gives an item when it is called, and `pair[0]`. */
function itemMember(
  evaluation: Evaluation,
  asker: Unit,
  atom: Atom & { readonly kind: 'array' },
  name: string,
): Result {
  if (asker.traits.givesItem.has(name)) return atom.alone;
  const items = asker.traits.givesItem.size > 0 && isPlace(name) ? itemsOf(atom) : undefined;
  const item = items?.[1][Number(name)];
  return items && item !== undefined ? evaluation.evaluateFor(asker, items[0], item) : UNKNOWN;
}

interface LookUp {
  readonly evaluation: Evaluation;
  readonly asker: Unit;
  readonly name: string;
  /** Superclasses, spreads and `module.exports = exports` may be cyclic. */
  visited: Set<Atom> | undefined;
  /** Getters are wanted themselves, not what they return. */
  readonly isRaw?: boolean;
}

/** Getters that run when `atom.name` is read. */
export function gettersOf(evaluation: Evaluation, asker: Unit, atom: Atom, name: string): FunctionNode[] {
  if (atom.kind !== 'instance' && atom.kind !== 'object') return [];
  const { atoms } = lookUp({ evaluation, asker, name, visited: undefined, isRaw: true }, atom);
  return atoms.flatMap((found) => {
    return found.kind === 'function' && found.node.facts.flags & FunctionFlag.Getter ? [found.node] : [];
  });
}

function lookUp(search: LookUp, atom: Atom): Result {
  switch (atom.kind) {
    case 'api':
      return apiResult(search.evaluation.paths.member(atom.path, search.name));
    case 'foreign':
      return FOREIGN;
    case 'namespace':
    case 'class':
    case 'object':
    case 'function':
    case 'instance':
      if (search.visited?.has(atom)) return NOTHING;
      return (search.visited?.size ?? 0) > MAX_STEPS ? UNKNOWN : entityMember(search, atom);
    default:
      return UNKNOWN;
  }
}

function entityMember(search: LookUp, atom: Atom): Result {
  switch (atom.kind) {
    case 'namespace':
      return moduleMember(search, atom.file);
    case 'class':
      return staticMember(search, atom, atom.file.unit, atom.index);
    case 'object':
      return objectMember(search, atom, atom.file.unit, atom.index);
    case 'function':
      return functionMember(search, atom, atom.node);
    case 'instance':
      if (atom.of.kind === 'class') return instanceMember(search, atom.of, atom.of.file.unit, atom.of.index);
      return atom.of.kind === 'function' ? constructedMember(search, atom, atom.of.node) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** Call it before the search goes on elsewhere. */
function leave(search: LookUp, atom: Atom): void {
  (search.visited ??= new Set()).add(atom);
}

function moduleMember(search: LookUp, file: FileNode): Result {
  const { evaluation, asker, name } = search;
  leave(search, file.namespace);
  consult(evaluation, asker, file);
  const targets = findExport(file, name);
  if (targets.length === 0) return UNKNOWN;
  return targets.reduce((all, target) => join(all, exported(search, target)), NOTHING);
}

function exported(search: LookUp, target: ExportTarget): Result {
  const { evaluation, asker } = search;
  switch (target.kind) {
    case 'named':
    case 'assigned':
      return exportedValues(evaluation, asker, target);
    case 'member':
      return each(exportedValues(evaluation, asker, target), (atom) => lookUp(search, atom));
    case 'module':
      return moduleResult(target.target);
    case 'outside':
      return each(moduleResult(target.target), (atom) => lookUp({ ...search, name: target.name }, atom));
  }
}

function exportedValues(
  evaluation: Evaluation,
  asker: Unit,
  target: ExportTarget & { readonly file: FileNode },
): Result {
  consult(evaluation, asker, target.file);
  const { unit } = target.file;
  let all = NOTHING;
  if (!unit) return all;
  for (const value of valuesOf(target)) all = join(all, evaluation.evaluateFor(asker, unit, value));
  return all;
}

function staticMember(search: LookUp, atom: Atom, unit: Unit | undefined, index: number): Result {
  const facts = unit?.facts.classes[index];
  if (!unit || !facts) return UNKNOWN;
  if (search.name === 'prototype') return instanceOf(atom).alone;
  const values = [
    ...propertyValues(unit, facts.statics, search.name),
    ...propertyValues(unit, assignmentsTo(unit, `class:${index}`), search.name),
  ];
  if (values.length > 0) return read(search, unit, values);
  consult(search.evaluation, search.asker, unit.file);
  const mixed = mixedIn(search.evaluation, search.asker, { unit, entity: `class:${index}`, on: '' }, search.name);
  if (mixed.atoms.length > 0) return mixed;
  leave(search, atom);
  return ofSuperclasses(search, unit, facts, lookUp);
}

/** Of the first superclass that has the member. */
function ofSuperclasses(
  search: LookUp,
  unit: Unit,
  { superclass, furtherSuperclasses = [] }: ClassFacts,
  find: (search: LookUp, parent: Atom) => Result,
): Result {
  if (superclass === undefined) return UNKNOWN;
  let all = NOTHING;
  for (const value of [superclass, ...furtherSuperclasses]) {
    const parents = search.evaluation.evaluateFor(search.asker, unit, value);
    const found = each(parents, (parent) => find(search, parent));
    if (found.atoms.some((atom) => atom.kind !== 'foreign')) return found;
    all = join(all, found);
  }
  return all;
}

function instanceMember(search: LookUp, atom: Atom, unit: Unit | undefined, index: number): Result {
  const facts = unit?.facts.classes[index];
  if (!unit || !facts) return UNKNOWN;
  if (search.name === 'constructor') return atom.alone;
  const values = [
    ...propertyValues(unit, facts.members, search.name),
    ...propertyValues(unit, assignmentsTo(unit, `class.prototype:${index}`), search.name),
  ];
  if (values.length > 0) return read(search, unit, values);
  consult(search.evaluation, search.asker, unit.file);
  const entity = `class:${index}`;
  const mixed = mixedIn(search.evaluation, search.asker, { unit, entity, on: '.prototype' }, search.name);
  if (mixed.atoms.length > 0) return mixed;
  leave(search, instanceOf(atom));
  return ofSuperclasses(search, unit, facts, inherited);
}

/** A member of an instance of `parent`. */
function inherited(search: LookUp, parent: Atom): Result {
  switch (parent.kind) {
    case 'class':
    case 'function':
      return lookUp(search, instanceOf(parent));
    case 'api':
    case 'foreign':
      return each(resultOf(search.evaluation, search.asker, parent), (made) => lookUp(search, made));
    default:
      return UNKNOWN;
  }
}

function objectMember(search: LookUp, atom: Atom, unit: Unit | undefined, index: number): Result {
  const facts = unit?.facts.objects[index];
  if (!unit || !facts) return UNKNOWN;
  const values = [
    ...propertyValues(unit, facts.properties, search.name),
    ...propertyValues(unit, assignmentsTo(unit, `object:${index}`), search.name),
  ];
  if (values.length > 0) return read(search, unit, values);
  const giver = itemGiver(search, atom, unit, facts);
  if (giver) return giver;
  consult(search.evaluation, search.asker, unit.file);
  const mixed = mixedIn(search.evaluation, search.asker, { unit, entity: `object:${index}`, on: '' }, search.name);
  if (mixed.atoms.length > 0) return mixed;
  let all = facts.spreads.length === 0 ? UNKNOWN : NOTHING;
  leave(search, atom);
  for (const spread of facts.spreads) {
    all = join(
      all,
      each(search.evaluation.evaluateFor(search.asker, unit, spread), (atom) => lookUp(search, atom)),
    );
  }
  return all;
}

/** What gives an item of a collection when it is called; any object is a table of its properties. */
function itemGiver(search: LookUp, atom: Atom, unit: Unit, { properties, spreads }: ObjectFacts): Result | undefined {
  const { item, givesItem } = search.asker.traits;
  if (item === undefined || !(givesItem.has(search.name) || isPlace(search.name))) return undefined;
  const held = propertyValues(unit, properties, item);
  if (held.length > 0 && isPlace(search.name)) {
    if (properties.some(([name]) => isPlace(name))) return undefined;
    return each(read(search, unit, held), (giver) => resultOf(search.evaluation, search.asker, giver));
  }
  if (held.length > 0) return read(search, unit, held);
  return search.name === item && spreads.length === 0 ? atom.alone : undefined;
}

function isPlace(name: string): boolean {
  return /^\d+$/.test(name);
}

function functionMember(search: LookUp, atom: Atom, node: FunctionNode): Result {
  const { unit } = node.file;
  if (!unit || node.index < 0) return UNKNOWN;
  if (search.name === 'prototype') return instanceOf(atom).alone;
  consult(search.evaluation, search.asker, unit.file);
  const values = propertyValues(unit, assignmentsTo(unit, `function:${node.index}`), search.name);
  if (values.length > 0) return read(search, unit, values);
  const mixed = mixedIn(
    search.evaluation,
    search.asker,
    { unit, entity: `function:${node.index}`, on: '' },
    search.name,
  );
  if (mixed.atoms.length > 0) return mixed;
  return search.name === PROMISIFIED ? atom.alone : UNKNOWN;
}

/** What facts call a function that takes a callback where it was made to return a promise: to call it runs the function. */
const PROMISIFIED = 'promisified';

/** A member of what `new f()` makes: what is set on `f.prototype`. */
function constructedMember(search: LookUp, atom: Atom, node: FunctionNode): Result {
  const { unit } = node.file;
  if (!unit || node.index < 0) return UNKNOWN;
  if (search.name === 'constructor') return functionAtom(node).alone;
  consult(search.evaluation, search.asker, unit.file);
  const values = propertyValues(unit, assignmentsTo(unit, `function.prototype:${node.index}`), search.name);
  if (values.length > 0) return read(search, unit, values);
  const entity = `function:${node.index}`;
  const mixed = mixedIn(search.evaluation, search.asker, { unit, entity, on: '.prototype' }, search.name);
  if (mixed.atoms.length > 0) return mixed;
  leave(search, atom);
  let all = UNKNOWN;
  for (const [name, value] of assignmentsTo(unit, `function:${node.index}`)) {
    if (name !== 'prototype') continue;
    const prototype = search.evaluation.evaluateFor(search.asker, unit, value);
    all = join(
      all === UNKNOWN ? NOTHING : all,
      each(prototype, (atom) => lookUp(search, atom)),
    );
  }
  return all;
}

/** Reading a property: one that a getter makes is what the getter returns; a setter is not read. */
function read(search: LookUp, unit: Unit, values: readonly ValueId[]): Result {
  const { evaluation, asker } = search;
  let all = NOTHING;
  for (const value of values) {
    const result = evaluation.evaluateFor(asker, unit, value);
    const accessors = FunctionFlag.Getter | FunctionFlag.Setter;
    const isAccessor =
      !search.isRaw && result.atoms.some((atom) => atom.kind === 'function' && atom.node.facts.flags & accessors);
    all = join(all, isAccessor ? each(result, (atom) => accessed(evaluation, asker, atom)) : result);
  }
  return all;
}

function accessed(evaluation: Evaluation, asker: Unit, atom: Atom): Result {
  if (atom.kind !== 'function') return atom.alone;
  if (atom.node.facts.flags & FunctionFlag.Setter) return NOTHING;
  return atom.node.facts.flags & FunctionFlag.Getter ? resultOf(evaluation, asker, atom) : atom.alone;
}
