import type { Catalog, ConventionEntry, DecoratorEntry, OverrideEntry } from '../catalog/types.ts';
import { FunctionFlag, type ValueId } from '../model/facts.ts';
import type { Atom } from './atoms.ts';
import type { Evaluation } from './evaluation.ts';
import { addEdge } from './graph.ts';
import { memberOf } from './members.ts';
import { linkObjects, takesNamed } from './link-objects.ts';
import { EdgeKind, type FunctionNode } from './nodes.ts';
import { typeEntry } from './type-entries.ts';
import { valueOf, type Unit } from './unit.ts';

/** Functions that a framework calls because of a decorator, of the file's place or of an export's name. */
export function linkEntries(
  evaluation: Evaluation,
  unit: Unit,
  dependencies: ((file: string) => ReadonlySet<string>) | undefined,
): void {
  for (const node of unit.functions) {
    node.isOfCommand = false;
    for (const id of node.facts.decorators) {
      for (const atom of evaluation.evaluate(unit, id).atoms) {
        const entry = atom.kind === 'api' ? evaluation.catalog.decorators.get(atom.path.path) : undefined;
        if (entry) addEntry(unit, node, entry);
      }
    }
    linkTypes(evaluation, unit, node);
  }
  linkAssigned(evaluation, unit);
  linkOverrides(evaluation, unit);
  linkObjects(evaluation, unit);
  linkConventions(evaluation, unit, dependencies);
}

/** Functions that are declared to be handlers, or take what handlers do. */
function linkTypes(evaluation: Evaluation, unit: Unit, node: FunctionNode): void {
  node.signature = undefined;
  const { types = [], params, flags } = node.facts;
  for (const id of types) {
    const { of, role } = typeEntry(evaluation, unit, id) ?? {};
    if (of === 'function' && role !== undefined) addEntry(unit, node, { role });
  }
  if (flags & FunctionFlag.Constructor) return;
  for (const id of params) {
    const entry = id === null ? undefined : typeEntry(evaluation, unit, id);
    if (entry?.of === 'parameter') node.signature ??= entry.role;
  }
}

/** `socket.onmessage = receive`: properties of what a library makes that hold what it calls. */
function linkAssigned(evaluation: Evaluation, unit: Unit): void {
  const [from] = unit.functions;
  for (const [target, name, id] of unit.facts.assignments) {
    const value = from && HANDLER_NAME.test(name) ? valueOf(unit, id) : undefined;
    const to = value?.[0] === 'function' ? unit.functions[value[1]] : undefined;
    if (!from || !to) continue;
    for (const atom of evaluation.evaluate(unit, target).atoms) {
      const property = atom.kind === 'api' ? evaluation.paths.member(atom.path, name) : null;
      for (const { runs, role } of property?.callbacks ?? []) {
        if (runs === 'later') addEdge({ from, to, call: -1, kind: EdgeKind.Later, likely: false, isSite: false, role });
      }
    }
  }
}

const HANDLER_NAME = /^on[a-z]/;

type FrameworkEntry = DecoratorEntry | OverrideEntry | ConventionEntry | { readonly role: string };

function addEntry(unit: Unit, to: FunctionNode, entry: FrameworkEntry): void {
  if (entry.role === undefined) {
    to.isOfCommand = true;
    return;
  }
  const [from] = unit.functions;
  const isThreaded = 'sync' in entry && !(to.facts.flags & FunctionFlag.Async);
  const isEarly = 'runs' in entry && entry.runs === 'start';
  const kind = isThreaded || isEarly ? EdgeKind.Off : EdgeKind.Later;
  if (from) addEdge({ from, to, call: -1, kind, likely: false, isSite: false, role: entry.role });
}

/** Methods of subclasses that a framework calls. */
function linkOverrides(evaluation: Evaluation, unit: Unit): void {
  const { overrides } = evaluation.catalog;
  if (overrides.size === 0) return;
  unit.facts.classes.forEach(({ superclass, furtherSuperclasses = [], interfaces = [], decorators, members }) => {
    if (members.length === 0) return;
    const bases = [
      ...(superclass === undefined ? [] : [superclass]),
      ...furtherSuperclasses,
      ...interfaces,
      ...decorators,
    ];
    for (const path of bases.flatMap((base) => basePaths(evaluation, unit, unit, base, 0))) {
      for (const entry of overrides.get(path) ?? []) {
        for (const [name, id] of members) {
          const value = entry.methods.includes(name) ? valueOf(unit, id) : undefined;
          const node = value?.[0] === 'function' ? unit.functions[value[1]] : undefined;
          if (node && takesNamed(node, entry)) addEntry(unit, node, entry);
        }
      }
    }
  });
}

const MAX_BASES = 5;

/** The classes of libraries that a class comes from, through classes of the project. */
function basePaths(evaluation: Evaluation, asker: Unit, unit: Unit, superclass: ValueId, depth: number): string[] {
  if (depth > MAX_BASES) return [];
  return evaluation.evaluateFor(asker, unit, superclass).atoms.flatMap((atom) => {
    if (atom.kind === 'api') return [atom.path.path];
    const owner = atom.kind === 'class' ? atom.file.unit : undefined;
    const next = owner && atom.kind === 'class' ? owner.facts.classes[atom.index]?.superclass : undefined;
    return owner && next !== undefined ? basePaths(evaluation, asker, owner, next, depth + 1) : [];
  });
}

interface CompiledConvention {
  readonly entry: ConventionEntry;
  readonly files: RegExp;
}

const compiled = new WeakMap<Catalog, Map<string, CompiledConvention[]>>();

function conventionsByExport(catalog: Catalog): ReadonlyMap<string, readonly CompiledConvention[]> {
  let byName = compiled.get(catalog);
  if (byName) return byName;
  compiled.set(catalog, (byName = new Map<string, CompiledConvention[]>()));
  for (const entry of catalog.conventions) {
    const convention = { entry, files: new RegExp(entry.files) };
    for (const name of entry.exports) {
      const known = byName.get(name);
      if (known) known.push(convention);
      else byName.set(name, [convention]);
    }
  }
  return byName;
}

function linkConventions(
  evaluation: Evaluation,
  unit: Unit,
  dependencies: ((file: string) => ReadonlySet<string>) | undefined,
): void {
  const conventions = conventionsByExport(evaluation.catalog);
  if (conventions.size === 0) return;
  for (const name of exportedNames(unit, conventions)) {
    for (const { entry, files } of conventions.get(name) ?? []) {
      if (!files.test(unit.file.path)) continue;
      if (entry.dependsOn && !entry.dependsOn.some((wanted) => dependencies?.(unit.file.path).has(wanted))) continue;
      for (const atom of memberOf(evaluation, unit, unit.file.namespace, name).atoms) {
        mark(evaluation, unit, atom, entry, 0);
      }
      markWrapped(unit, name, entry);
    }
  }
}

function exportedNames(unit: Unit, conventions: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const fact of unit.facts.exports) {
    if (fact[0] === 'named' || fact[0] === 'reexport') names.add(fact[1]);
    else if (fact[0] === 'assign') for (const name of conventions.keys()) names.add(name);
  }
  return names;
}

const MAX_NESTING = 2;

function mark(evaluation: Evaluation, unit: Unit, atom: Atom, entry: ConventionEntry, depth: number): void {
  if (atom.kind === 'function') {
    if (takesNamed(atom.node, entry)) addEntry(unit, atom.node, entry);
  } else if (atom.kind === 'object' && atom.file.unit && depth < MAX_NESTING) {
    const owner = atom.file.unit;
    for (const [, id] of owner.facts.objects[atom.index]?.properties ?? []) {
      for (const part of evaluation.evaluateFor(unit, owner, id).atoms) mark(evaluation, unit, part, entry, depth + 1);
    }
  }
}

/** `export const handler = wrap(async () => {})`: what is handed to the wrapper. */
function markWrapped(unit: Unit, name: string, entry: ConventionEntry): void {
  for (const fact of unit.facts.exports) {
    if (fact[0] !== 'named' || fact[1] !== name) continue;
    const value = valueOf(unit, fact[2]);
    if (value[0] !== 'result') continue;
    for (const call of unit.facts.functions[0]?.calls ?? []) {
      if (call.callee !== value[1]) continue;
      for (const id of call.args) {
        const argument = valueOf(unit, id);
        const node = argument[0] === 'function' ? unit.functions[argument[1]] : undefined;
        if (node) addEntry(unit, node, entry);
      }
    }
  }
}
