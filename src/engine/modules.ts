import type { ExportFacts, ValueId } from '../model/facts.ts';
import type { FileNode } from './nodes.ts';
import { noteConsulted, type ImportTarget, type Unit } from './unit.ts';

/** Where an exported name leads, by the facts of the modules alone. */
export type ExportTarget =
  /** What the file itself exports under the name. */
  | { readonly kind: 'named'; readonly file: FileNode; readonly name: string }
  /** What was assigned to `module.exports`, and a member of that. */
  | { readonly kind: 'assigned' | 'member'; readonly file: FileNode; readonly name: string }
  /** Everything that a module exports. */
  | { readonly kind: 'module'; readonly target: ImportTarget; readonly name: string }
  /** A name of a module outside the project. */
  | { readonly kind: 'outside'; readonly target: ImportTarget; readonly name: string };

/** An answer that is kept, with the files that were looked at for it. */
export interface ExportAnswer {
  readonly targets: readonly ExportTarget[];
  readonly visited: ReadonlySet<FileNode>;
}

export interface ExportIndex {
  readonly named: ReadonlyMap<string, readonly ValueId[]>;
  readonly reexports: ReadonlyMap<string, readonly [number, string]>;
  readonly stars: readonly number[];
  readonly assigned: readonly ValueId[];
}

/** Where a name leads that is looked for in a file. The answer is kept: index files are asked for the same names by many. */
export function findExport(file: FileNode, name: string): readonly ExportTarget[] {
  const { unit } = file;
  if (!unit) return [];
  const known = unit.exportAnswers?.get(name);
  if (known) return known.targets;
  const targets: ExportTarget[] = [];
  const visited = new Set<FileNode>();
  collect(file, name, visited, targets);
  const answer = { targets, visited };
  (unit.exportAnswers ??= new Map<string, ExportAnswer>()).set(name, answer);
  noteVisited(unit, answer);
  return targets;
}

/** What a file answers hangs on the files that it looks at for it. */
export function noteVisited(unit: Unit, { visited }: ExportAnswer): void {
  for (const file of visited) {
    if (file !== unit.file) noteConsulted(unit, 0, file);
  }
}

export function sameTargets(a: readonly ExportTarget[], b: readonly ExportTarget[]): boolean {
  return a.length === b.length && a.every((target, index) => sameTarget(target, b[index]));
}

function sameTarget(a: ExportTarget, b: ExportTarget | undefined): boolean {
  if (a.kind !== b?.kind || a.name !== b.name) return false;
  return 'file' in a ? 'file' in b && a.file === b.file : 'target' in b && a.target === b.target;
}

/** The values that a target is in its file. */
export function valuesOf(target: ExportTarget & { readonly file: FileNode }): readonly ValueId[] {
  const { unit } = target.file;
  if (!unit) return [];
  const index = indexOf(unit);
  return target.kind === 'named' ? (index.named.get(target.name) ?? []) : index.assigned;
}

/** What `module.exports = …` makes of a module. */
export function assignedExports(unit: Unit): readonly ValueId[] {
  return indexOf(unit).assigned;
}

function collect(file: FileNode, name: string, visited: Set<FileNode>, found: ExportTarget[]): void {
  if (visited.has(file)) return;
  visited.add(file);
  const { unit } = file;
  if (!unit) return;
  (unit.askedExports ??= new Set()).add(name);
  const index = indexOf(unit);
  const reexport = index.reexports.get(name);
  if (index.named.has(name)) found.push({ kind: 'named', file, name });
  else if (reexport) follow(unit.imports[reexport[0]] ?? null, reexport[1], visited, found);
  else if (name === 'default') collectDefault(file, index, found);
  else {
    if (index.assigned.length > 0) found.push({ kind: 'member', file, name });
    for (const star of index.stars) follow(unit.imports[star] ?? null, name, visited, found);
  }
}

/** A module without a default export is, imported as one, the module itself: that is how CommonJS modules are read. */
function collectDefault(file: FileNode, index: ExportIndex, found: ExportTarget[]): void {
  if (index.assigned.length > 0) found.push({ kind: 'assigned', file, name: 'default' });
  else found.push({ kind: 'module', target: file, name: 'default' });
}

function follow(target: ImportTarget, name: string, visited: Set<FileNode>, found: ExportTarget[]): void {
  if (name === '*') found.push({ kind: 'module', target, name });
  else if (target && 'functions' in target) collect(target, name, visited, found);
  else found.push({ kind: 'outside', target, name });
}

function indexOf(unit: Unit): ExportIndex {
  return (unit.indexes.exports ??= createIndex(unit.facts.exports));
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
