import type { Catalog } from '../catalog/types.ts';
import type { FileFacts } from '../model/facts.ts';
import type { LanguageTraits } from '../model/traits.ts';
import type { ApiPaths } from './api-paths.ts';
import { noteVisited } from './modules.ts';
import { linkEntries } from './link-entries.ts';
import type { createEvaluations } from './evaluate.ts';
import { unlink } from './graph.ts';
import { linkCalls, linkSites } from './link.ts';
import { changedSites, sitesOf, type Sites } from './call-sites.ts';
import { alignInterface } from './interface.ts';
import type { Alignment } from './align.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import { changedBases, forgetDescents, noteDescents, type Descent } from './overrides.ts';
import { noteUp } from './registrations.ts';
import { settle, type Settled } from './settle.ts';
import {
  createUnit,
  detach,
  entityAtom,
  forgetLinks,
  forgetValues,
  install,
  noteConsulted,
  type ImportTarget,
  type Unit,
} from './unit.ts';

export interface FactsChange {
  readonly path: string;
  /** Undefined when the file is gone. */
  readonly facts: FileFacts | undefined;
}

export type Resolution =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'unresolved' };

/** Where a module specifier leads. */
export type Resolve = (from: string, specifier: string) => Resolution;

export interface LinkerOptions {
  readonly catalog: Catalog;
  /** By the name of a language. */
  readonly traits: (language: string) => LanguageTraits;
  readonly resolve: Resolve;
  /** Whether imports may lead elsewhere since it was asked last. */
  readonly mayHaveMoved: () => boolean;
  /** What the nearest package.json of a file depends on. */
  readonly dependencies?: ((file: string) => ReadonlySet<string>) | undefined;
  readonly oldest?: ((file: string) => string | undefined) | undefined;
  readonly paths: ApiPaths;
  readonly evaluations: ReturnType<typeof createEvaluations>;
  readonly files: ReadonlyMap<string, FileNode>;
  fileNode(path: string): FileNode;
}

/** What a relinking touched. */
export interface Relinked {
  /** Files whose functions' edges and operations were drawn anew. */
  readonly files: Set<FileNode>;
  /** Functions of other files that edges or registrations led to before or lead to now. */
  readonly outside: Set<FunctionNode>;
}

/** All functions whose edges, in or out, may be other ones now; those that are gone are included. */
export function* touchedFunctions({ files, outside }: Relinked): Iterable<FunctionNode> {
  for (const file of files) yield* file.functions.values();
  for (const node of outside) if (!files.has(node.file)) yield node;
}

/** Links changed files again, and all whose values or edges hang on what they were or have become. */
export function relink(options: LinkerOptions, changes: readonly FactsChange[]): Relinked {
  for (const { unit } of options.files.values()) if (unit) return relinkChanged(options, changes);
  return linkAfresh(options, changes);
}

/** The first time there is nothing to forget, and nobody whose values hang on what changes. */
function linkAfresh(options: LinkerOptions, changes: readonly FactsChange[]): Relinked {
  const files = new Set<FileNode>();
  for (const change of changes) {
    const { file, after } = prepare(options, change, false);
    install(file, after);
    files.add(file);
  }
  drawSites(options, files);
  linkWithSites(options, files);
  return { files, outside: new Set() };
}

/** What is known without call sites. */
function drawSites({ evaluations: { base } }: LinkerOptions, files: Iterable<FileNode>): void {
  for (const { unit } of files) {
    if (!unit) continue;
    linkSites(base, unit);
    noteDescents(base, unit, (index) => entityAtom(unit, 'class', index));
  }
}

/** What call sites tell is known: the rest of the edges. */
function linkWithSites({ evaluations: { full }, dependencies }: LinkerOptions, files: Iterable<FileNode>): void {
  for (const { unit } of files) {
    if (!unit) continue;
    linkCalls(full, unit);
    linkEntries(full, unit, dependencies);
  }
}

function relinkChanged(options: LinkerOptions, changes: readonly FactsChange[]): Relinked {
  const { base, full } = options.evaluations;
  const relinked: Relinked = { files: new Set(), outside: new Set() };
  const replaced = changes.map((change) => prepare(options, change, changes.length === 1));
  const moved = movedImports(options, changes, new Set(replaced.map(({ file }) => file)));
  const exposed = new Set(replaced.filter(({ alignment }) => !alignment).map(({ file }) => file));
  for (const file of moved.keys()) exposed.add(file);
  const sites = new Map<FileNode, Sites>();
  const descents = new Map<FileNode, readonly Descent[] | undefined>();
  const take = (files: Iterable<FileNode>): void => {
    for (const file of files) if (!relinked.files.has(file)) descents.set(file, file.unit?.descents);
    takeOut(files, sites, relinked);
  };

  take([...replaced.map(({ file }) => file), ...moved.keys()]);
  for (const replacement of replaced) replace(replacement);
  for (const [file, imports] of moved) if (file.unit) file.unit.imports = imports;
  const values = settle(base, exposed, exposed);
  take(affected(values));
  drawSites(options, relinked.files);
  noteOutside(relinked.files, relinked);

  // Where there are other call sites or subclasses than before, what they told is to be told again.
  const asked = askedFiles(replaced, sites);
  const bases = [...descents].flatMap(([file, before]) => changedBases(before, file.unit?.descents));
  const changed = new Set([...values.changed, ...bases]);
  const softValues = settle(full, new Set([...values.dirty, ...asked, ...bases]), changed);
  const late = [...affected(softValues)].filter((file) => !relinked.files.has(file));
  take(late);
  drawSites(options, late);
  linkWithSites(options, relinked.files);
  noteOutside(relinked.files, relinked);
  return relinked;
}

/** Files whose edges hang on what changed. */
function affected({ dirty, changed }: Settled): Set<FileNode> {
  const files = new Set(dirty);
  for (const { linkDependents } of changed) for (const file of linkDependents ?? []) files.add(file);
  return files;
}

interface Replacement {
  readonly file: FileNode;
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
  /** Set when others see no difference. */
  readonly alignment: Alignment | undefined;
}

function prepare(options: LinkerOptions, { path, facts }: FactsChange, isAlone: boolean): Replacement {
  const file = options.fileNode(path);
  const before = file.unit;
  const after = facts && createUnit(file, facts, languageOf(options, path, facts), importsOf(options, path, facts));
  const alignment = isAlone && before && after ? alignInterface(before, after, sitesOf(before)) : undefined;
  return { file, before, after, alignment };
}

function languageOf(options: LinkerOptions, path: string, facts: FileFacts): Pick<Unit, 'traits' | 'techniques'> {
  const traits = options.traits(facts.language);
  return {
    traits,
    techniques: () =>
      traits.techniques(facts.imports, {
        dependencies: options.dependencies?.(path) ?? NO_DEPENDENCIES,
        oldest: options.oldest?.(path),
      }),
  };
}

const NO_DEPENDENCIES: ReadonlySet<string> = new Set();

function replace({ file, before, after, alignment }: Replacement): void {
  const looked = alignment && before ? [...before.consulted] : [];
  if (before) {
    detach(before, after);
    forgetValues(before, 0);
    forgetValues(before, 1);
  }
  install(file, after);
  if (!after) return;
  // Answers that were handed over.
  for (const answer of after.exportAnswers?.values() ?? []) noteVisited(after, answer);
  // What others evaluated is what it was, so it hangs on the same files.
  for (const layer of [0, 1] as const) for (const other of looked[layer] ?? []) noteConsulted(after, layer, other);
}

/** Files of functions of whose parameters other call sites tell than before. */
function askedFiles(replaced: readonly Replacement[], sites: ReadonlyMap<FileNode, Sites>): Set<FileNode> {
  const alignments = new Map(replaced.map(({ file, alignment }) => [file, alignment]));
  const asked = new Set<FileNode>();
  for (const [file, before] of sites) {
    const after = file.unit ? sitesOf(file.unit) : NO_SITES;
    for (const node of changedSites(before, after, alignments.get(file))) asked.add(node.file);
  }
  return asked;
}

const NO_SITES: Sites = new Map();

/** When files come or go, imports of others may lead elsewhere. */
function movedImports(
  options: LinkerOptions,
  changes: readonly FactsChange[],
  changed: ReadonlySet<FileNode>,
): Map<FileNode, readonly ImportTarget[]> {
  const moved = new Map<FileNode, readonly ImportTarget[]>();
  if (changes.every(({ path, facts }) => facts && options.files.get(path)?.unit)) return moved;
  if (!options.mayHaveMoved()) return moved;
  for (const file of options.files.values()) {
    if (!file.unit || changed.has(file)) continue;
    const imports = importsOf(options, file.path, file.unit.facts);
    if (imports.some((target, index) => target !== file.unit?.imports[index])) moved.set(file, imports);
  }
  return moved;
}

function importsOf(options: LinkerOptions, path: string, facts: FileFacts): ImportTarget[] {
  return facts.imports.map((specifier) => {
    const resolution = options.resolve(path, specifier);
    if (resolution.kind === 'file') return options.fileNode(resolution.path);
    return resolution.kind === 'package' ? options.paths.module(resolution.name) : null;
  });
}

/** Takes the edges of files out, and keeps what they told of parameters. */
function takeOut(files: Iterable<FileNode>, sites: Map<FileNode, Sites>, relinked: Relinked): void {
  const fresh = [...files].filter((file) => !relinked.files.has(file));
  for (const file of fresh) {
    relinked.files.add(file);
    sites.set(file, file.unit ? sitesOf(file.unit) : NO_SITES);
  }
  noteOutside(fresh, relinked);
  for (const { unit } of fresh) unit?.functions.forEach(noteUp);
  for (const { unit } of fresh) {
    if (!unit) continue;
    unlink(unit);
    forgetDescents(unit);
    forgetLinks(unit);
  }
}

function noteOutside(files: Iterable<FileNode>, { files: inside, outside }: Relinked): void {
  for (const { unit } of files) {
    if (!unit) continue;
    for (const node of unit.functions) {
      for (const { to } of node.out) if (!inside.has(to.file)) outside.add(to);
    }
    for (const node of unit.typed ?? []) outside.add(node);
  }
}
