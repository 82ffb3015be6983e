import type { ExportFacts, ValueId } from '../model/facts.ts';
import type { FileNode } from './nodes.ts';
import type { ImportTarget, Unit } from './unit.ts';

/** Where an exported name leads, by the facts of the modules alone. */
export type ExportTarget =
  | { readonly kind: 'value'; readonly unit: Unit; readonly value: ValueId }
  /** A member of what the module is as a whole (`module.exports = value`). */
  | { readonly kind: 'member'; readonly unit: Unit; readonly value: ValueId }
  /** Everything that a module exports. */
  | { readonly kind: 'module'; readonly target: ImportTarget }
  /** A name of a module outside the project. */
  | { readonly kind: 'outside'; readonly target: ImportTarget; readonly name: string };

interface ExportIndex {
  readonly named: ReadonlyMap<string, readonly ValueId[]>;
  readonly reexports: ReadonlyMap<string, readonly [number, string]>;
  readonly stars: readonly number[];
  readonly assigned: readonly ValueId[];
}

const indexes = new WeakMap<Unit, ExportIndex>();

/** @param consult told of every file that was looked at */
export function findExport(file: FileNode, name: string, consult: (file: FileNode) => void): ExportTarget[] {
  const found: ExportTarget[] = [];
  collect(file, name, consult, new Set(), found);
  return found;
}

/** What `module.exports = …` makes of a module. */
export function assignedExports(unit: Unit): readonly ValueId[] {
  return indexOf(unit).assigned;
}

function collect(
  file: FileNode,
  name: string,
  consult: (file: FileNode) => void,
  visited: Set<FileNode>,
  found: ExportTarget[],
): void {
  if (visited.has(file)) return;
  visited.add(file);
  consult(file);
  const { unit } = file;
  if (!unit) return;
  (unit.askedExports ??= new Set()).add(name);
  const index = indexOf(unit);
  const values = index.named.get(name);
  if (values) {
    for (const value of values) found.push({ kind: 'value', unit, value });
    return;
  }
  const reexport = index.reexports.get(name);
  if (reexport) return follow(unit.imports[reexport[0]] ?? null, reexport[1], consult, visited, found);
  if (name === 'default') return collectDefault(unit, index, found);
  for (const value of index.assigned) found.push({ kind: 'member', unit, value });
  for (const star of index.stars) follow(unit.imports[star] ?? null, name, consult, visited, found);
}

/** A module without a default export is, imported as one, the module itself: that is how CommonJS modules are read. */
function collectDefault(unit: Unit, index: ExportIndex, found: ExportTarget[]): void {
  for (const value of index.assigned) found.push({ kind: 'value', unit, value });
  if (index.assigned.length === 0) found.push({ kind: 'module', target: unit.file });
}

function follow(
  target: ImportTarget,
  name: string,
  consult: (file: FileNode) => void,
  visited: Set<FileNode>,
  found: ExportTarget[],
): void {
  if (name === '*') found.push({ kind: 'module', target });
  else if (target && 'functions' in target) collect(target, name, consult, visited, found);
  else found.push({ kind: 'outside', target, name });
}

function indexOf(unit: Unit): ExportIndex {
  let index = indexes.get(unit);
  if (!index) indexes.set(unit, (index = createIndex(unit.facts.exports)));
  return index;
}

function createIndex(exports: readonly ExportFacts[]): ExportIndex {
  const named = new Map<string, ValueId[]>();
  const reexports = new Map<string, readonly [number, string]>();
  const stars: number[] = [];
  const assigned: ValueId[] = [];
  for (const fact of exports) {
    if (fact[0] === 'assign') assigned.push(fact[1]);
    else if (fact[0] === 'star') stars.push(fact[1]);
    else if (fact[0] === 'reexport') reexports.set(fact[1], [fact[2], fact[3]]);
    else {
      const values = named.get(fact[1]);
      if (values) values.push(fact[2]);
      else named.set(fact[1], [fact[2]]);
    }
  }
  return { named, reexports, stars, assigned };
}
