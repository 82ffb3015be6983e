import { canonicalModule, extendPath } from '../catalog/canonical.ts';
import type { CallbackEntry, Catalog, CompiledApi, WaitEntry } from '../catalog/types.ts';
import { createAtom, type Atom } from './atoms.ts';

/** A canonical path, with its extensions cached. Paths that lead to nothing in the catalog are not kept. */
export interface ApiPath {
  readonly path: string;
  readonly atom: Atom;
  readonly extensions: Map<string, ApiPath | null>;
  /** What the catalog says of calling it. */
  readonly api: CompiledApi | undefined;
  readonly callbacks: readonly CallbackEntry[];
  /** What awaiting a call of it waits for. */
  readonly wait: WaitEntry | undefined;
  /** A call of it waits for nothing and changes nothing. */
  readonly isPure: boolean;
  /** A call of it returns an instance of the class that it is given. */
  readonly givesInstance: boolean;
}

export interface ApiPaths {
  /** Under which names without an import are. */
  readonly global: ApiPath;
  /** A module by its specifier; null when the catalog knows nothing below it. */
  module(specifier: string): ApiPath | null;
  named(path: string): ApiPath | null;
  member(of: ApiPath, name: string): ApiPath | null;
  result(of: ApiPath): ApiPath | null;
  /** What methods of that name do with functions, where their receiver is not known. */
  anyMethod(language: string, name: string): readonly CallbackEntry[] | undefined;
}

export function createApiPaths(catalog: Catalog): ApiPaths {
  const known = knownPrefixes(catalog);
  const paths = new Map<string, ApiPath>();

  const named = (path: string): ApiPath | null => {
    if (!known.has(path)) return null;
    let found = paths.get(path);
    if (!found) paths.set(path, (found = createPath(catalog, path)));
    return found;
  };
  const extend = (of: ApiPath, segment: string): ApiPath | null => {
    let next = of.extensions.get(segment);
    if (next === undefined) {
      next =
        named(extendPath(catalog, of.path, segment)) ??
        (segment === '()' ? null : named(extendPath(catalog, of.path, '.*')));
      of.extensions.set(segment, next);
    }
    return next;
  };
  return {
    module: (specifier) => named(canonicalModule(catalog, specifier)),
    named,
    member: (of, name) => extend(of, `.${name}`),
    result: (of) => extend(of, '()'),
    anyMethod: (language, name) => catalog.anyMethods.get(language)?.get(name),
    global: named('global') ?? createPath(catalog, 'global'),
  };
}

const NO_ENTRIES: readonly CallbackEntry[] = [];

function createPath(catalog: Catalog, path: string): ApiPath {
  const made: Omit<ApiPath, 'atom'> & { atom?: Atom } = {
    path,
    extensions: new Map(),
    api: catalog.apis.get(path),
    callbacks: catalog.callbacks.get(path) ?? NO_ENTRIES,
    wait: catalog.waits.get(path),
    isPure: catalog.pure.has(path),
    givesInstance: catalog.instances.has(path),
  };
  made.atom = createAtom({ kind: 'api', path: made as ApiPath });
  return made as ApiPath;
}

/** Constants of libraries go by their name: `papaparse.NODE_STREAM_INPUT`. */
export function isConstantName(path: string): boolean {
  return /\.[A-Z][A-Z0-9_]{5,}$/.test(path);
}

/** An audit makes a graph for each batch of files, all with one catalog. */
const prefixes = new WeakMap<Catalog, ReadonlySet<string>>();

function knownPrefixes(catalog: Catalog): ReadonlySet<string> {
  let known = prefixes.get(catalog);
  if (!known) prefixes.set(catalog, (known = prefixesOf(catalog)));
  return known;
}

/** Every path that is, or leads to, something that the catalog speaks of. */
function prefixesOf(catalog: Catalog): Set<string> {
  const known = new Set<string>(catalog.modules.values());
  const add = (name: string): void => {
    for (let path = name; path !== '' && !known.has(path); path = withoutLastSegment(path)) known.add(path);
  };
  for (const [name, { entry }] of catalog.apis) {
    add(name);
    for (const { equals, made } of entry.when ?? []) {
      if (typeof equals === 'string' && isConstantName(equals)) add(equals);
      made?.forEach(add);
    }
  }
  for (const name of catalog.callbacks.keys()) add(name);
  for (const [name, { onlyIf }] of catalog.waits) {
    add(name);
    onlyIf?.made?.forEach(add);
  }
  for (const name of catalog.pure) add(name);
  for (const name of catalog.instances) add(name);
  for (const entries of catalog.callbacks.values()) {
    for (const entry of entries) for (const type of entry.params ?? []) if (type !== null) add(type);
  }
  for (const name of catalog.decorators.keys()) add(name);
  for (const name of catalog.overrides.keys()) add(name);
  for (const [name, { params = [] }] of catalog.types) {
    add(name);
    for (const type of params) if (type !== null) add(type);
  }
  for (const [from, to] of catalog.aliases) {
    add(from);
    add(to);
  }
  return known;
}

function withoutLastSegment(path: string): string {
  if (path.endsWith('()')) return path.slice(0, -2);
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('#'), path.lastIndexOf('()') + 1, 0));
}
