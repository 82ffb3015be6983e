import type { FileFacts, PropertyFacts, Value, ValueId } from '../model/facts.ts';
import type { Techniques } from '../model/techniques.ts';
import type { LanguageTraits } from '../model/traits.ts';
import { createAtom, type Atom, type Result } from './atoms.ts';
import type { ApiPath } from './api-paths.ts';
import type { ArgumentRuns, ParameterUse } from './callback-runs.ts';
import type { Mixin } from './mixins.ts';
import type { ExportAnswer, ExportIndex } from './modules.ts';
import type { Descent } from './overrides.ts';
import { functionNode, retire, type FileNode, type FunctionNode } from './nodes.ts';

/** Where a module specifier leads; null is nowhere that is known. */
export type ImportTarget = FileNode | ApiPath | null;

/** One file's facts with what the linking knows of them. A changed file gets a new one. */
export interface Unit {
  readonly file: FileNode;
  readonly facts: FileFacts;
  /** Of its language. */
  readonly traits: LanguageTraits;
  readonly techniques: () => Techniques;
  imports: readonly ImportTarget[];
  readonly functions: readonly FunctionNode[];
  /** Evaluated values: without and with what call sites tell of parameters. */
  memos: [Memo[], Memo[]];
  /** Of classes, of objects, and of arrays by their value. */
  readonly atoms: { readonly class: Atom[]; readonly object: Atom[]; readonly array: Atom[] };
  /** Files that its values hang on, in each layer, and files that its edges hang on. */
  readonly consulted: [Set<FileNode> | undefined, Set<FileNode> | undefined];
  linkConsulted: Set<FileNode> | undefined;
  /** Values that other files evaluated, in each layer. */
  exposed: [Set<ValueId> | undefined, Set<ValueId> | undefined];
  members: Map<readonly PropertyFacts[], ReadonlyMap<string, readonly ValueId[]>> | undefined;
  /** What its functions do with functions that they are given: see callback-runs.ts. */
  parameterRuns: Map<number, ArgumentRuns> | undefined;
  /** Functions, its own or others', whose parameters its registrations type. */
  typed: Set<FunctionNode> | undefined;
  /** What its classes come from. */
  descents: Descent[] | undefined;
  /** Names that somebody looked for among its exports. */
  askedExports: Set<string> | undefined;
  /** Where names lead that others looked for in it. */
  exportAnswers: Map<string, ExportAnswer> | undefined;
  assignmentIndex: ReadonlyMap<string, readonly PropertyFacts[]> | undefined;
  /** What follows from its facts alone, once somebody asks. */
  readonly indexes: Indexes;
}

interface Indexes {
  /** Functions by the call that they are written in as arguments. */
  written: ReadonlyMap<number, readonly FunctionNode[]> | undefined;
  exports: ExportIndex | undefined;
  mixins: ReadonlyMap<string, readonly Mixin[]> | undefined;
  /** By class. */
  constructors: readonly (FunctionNode | undefined)[] | undefined;
  uses: ReadonlyMap<number, readonly ParameterUse[]> | undefined;
}

/** `undefined`: not evaluated yet. */
export type Memo = Result | undefined;

export function createUnit(
  file: FileNode,
  facts: FileFacts,
  language: { readonly traits: LanguageTraits; readonly techniques: () => Techniques },
  imports: readonly ImportTarget[],
): Unit {
  return {
    file,
    facts,
    ...language,
    imports,
    functions: facts.functions.map((fn) => functionNode(file, fn.key)),
    memos: [new Array<Memo>(facts.values.length), []],
    atoms: { class: [], object: [], array: [] },
    consulted: [undefined, undefined],
    linkConsulted: undefined,
    exposed: [undefined, undefined],
    members: undefined,
    parameterRuns: undefined,
    typed: undefined,
    descents: undefined,
    askedExports: undefined,
    exportAnswers: undefined,
    assignmentIndex: undefined,
    indexes: { written: undefined, exports: undefined, mixins: undefined, constructors: undefined, uses: undefined },
  };
}

/** Puts a unit in the place of its file's former one. */
export function install(file: FileNode, unit: Unit | undefined): void {
  file.unit = unit;
  for (const node of file.functions.values()) retire(node);
  unit?.functions.forEach((node, index) => {
    const facts = unit.facts.functions[index];
    if (!facts) return;
    node.index = index;
    node.facts = facts;
  });
}

/** Forgets what was evaluated in a layer; the facts stay. */
export function forgetValues(unit: Unit, layer: 0 | 1): void {
  unit.memos[layer] = layer === 0 ? new Array<Memo>(unit.facts.values.length) : [];
  if (layer === 0) {
    unit.parameterRuns = undefined;
    unit.exportAnswers = undefined;
  }
  for (const file of unit.consulted[layer] ?? []) file.dependents[layer]?.delete(unit.file);
  unit.consulted[layer] = undefined;
}

/** Remembers that values of a file hang on another. */
export function noteConsulted({ file, consulted }: Unit, layer: 0 | 1, other: FileNode): void {
  (consulted[layer] ??= new Set()).add(other);
  (other.dependents[layer] ??= new Set()).add(file);
}

/** Forgets what its edges hang on. */
export function forgetLinks(unit: Unit): void {
  for (const file of unit.linkConsulted ?? []) file.linkDependents?.delete(unit.file);
  unit.linkConsulted = undefined;
}

/** Cuts the atoms of facts that are gone from what takes their place, but for those that were handed over. */
export function detach(before: Unit, after: Unit | undefined): void {
  for (const kind of ['class', 'object', 'array'] as const) {
    for (const atom of Object.values(before.atoms[kind])) {
      if ('index' in atom && after?.atoms[kind][atom.index] !== atom) atom.index = -1;
    }
  }
}

export function valueOf(unit: Unit, id: ValueId): Value {
  return unit.facts.values.at(id) ?? NO_VALUE;
}

const NO_VALUE: Value = ['unknown'];

/** What kind of value it is, for those who ask no more. */
export function tagOf({ facts: { values } }: Unit, id: ValueId): Value[0] {
  return (values.tagAt ? values.tagAt(id) : values.at(id)?.[0]) ?? 'unknown';
}

export function entityAtom(unit: Unit, kind: 'class' | 'object', index: number): Atom {
  return (unit.atoms[kind][index] ??= createAtom({ kind, file: unit.file, index }));
}

export function arrayAtom(unit: Unit, id: ValueId): Atom {
  return (unit.atoms.array[id] ??= createAtom({ kind: 'array', file: unit.file, index: id }));
}

const MAX_CALLS = 0x100000;
const NO_FUNCTIONS: readonly FunctionNode[] = [];

/** Functions that are written as arguments of a call. */
export function writtenAt(unit: Unit, caller: number, call: number): readonly FunctionNode[] {
  unit.indexes.written ??= indexWritten(unit);
  return unit.indexes.written.get(caller * MAX_CALLS + call) ?? NO_FUNCTIONS;
}

function indexWritten(unit: Unit): Map<number, FunctionNode[]> {
  const index = new Map<number, FunctionNode[]>();
  unit.facts.functions.forEach(({ argumentOf, parent }, position) => {
    const node = unit.functions[position];
    if (!argumentOf || !node) return;
    const place = parent * MAX_CALLS + argumentOf[0];
    const known = index.get(place);
    if (known) known.push(node);
    else index.set(place, [node]);
  });
  return index;
}

/** Lists up to here are searched faster than indexed. */
const SMALL = 6;

function valueIn(property: PropertyFacts): ValueId {
  return property[1];
}

const NO_VALUES: readonly ValueId[] = [];

/** The values that a list of properties gives a name. */
export function propertyValues(unit: Unit, properties: readonly PropertyFacts[], name: string): readonly ValueId[] {
  if (properties.length === 0) return NO_VALUES;
  if (properties.length <= SMALL) return properties.filter((property) => property[0] === name).map(valueIn);
  unit.members ??= new Map();
  let index = unit.members.get(properties);
  if (!index) unit.members.set(properties, (index = indexProperties(properties)));
  return index.get(name) ?? NO_VALUES;
}

function indexProperties(properties: readonly PropertyFacts[]): Map<string, ValueId[]> {
  const index = new Map<string, ValueId[]>();
  for (const [name, value] of properties) {
    const values = index.get(name);
    if (values) values.push(value);
    else index.set(name, [value]);
  }
  return index;
}

/** The properties that the file sets from outside on its own entities and on parameters: `function:3`, `object:1`, `param.0:2`. */
export function assignmentsTo(unit: Unit, target: string): readonly PropertyFacts[] {
  if (unit.facts.assignments.length === 0) return NO_PROPERTIES;
  unit.assignmentIndex ??= indexAssignments(unit);
  return unit.assignmentIndex.get(target) ?? NO_PROPERTIES;
}

const NO_PROPERTIES: readonly PropertyFacts[] = [];

function indexAssignments(unit: Unit): Map<string, PropertyFacts[]> {
  const index = new Map<string, PropertyFacts[]>();
  for (const [target, name, value] of unit.facts.assignments) {
    const key = targetKey(unit, target);
    if (key === undefined) continue;
    const properties = index.get(key);
    if (properties) properties.push([name, value]);
    else index.set(key, [[name, value]]);
  }
  return index;
}

/** Only what the file itself defines: static, so that no result depends on what was evaluated before. */
function targetKey(unit: Unit, target: ValueId): string | undefined {
  const value = valueOf(unit, target);
  switch (value[0]) {
    case 'function':
    case 'class':
    case 'object':
      return `${value[0]}:${String(value[1])}`;
    case 'param':
      return `param.${value[2]}:${value[1]}`;
    case 'instance':
      return prototypeKey(valueOf(unit, value[1]));
    case 'member':
      return value[2] === 'prototype' ? prototypeKey(valueOf(unit, value[1])) : undefined;
    default:
      return undefined;
  }
}

function prototypeKey(value: Value): string | undefined {
  if (value[0] === 'param') return `param.prototype.${value[2]}:${value[1]}`;
  return value[0] === 'function' || value[0] === 'class' ? `${value[0]}.prototype:${String(value[1])}` : undefined;
}
