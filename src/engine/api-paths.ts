import { canonicalModule, extendPath } from '../catalog/canonical.ts';
import type { Catalog } from '../catalog/types.ts';
import { createAtom, type Atom } from './atoms.ts';

/** A canonical path, with its extensions cached. Paths that lead to nothing in the catalog are not kept. */
export interface ApiPath {
  readonly path: string;
  readonly depth: number;
  readonly atom: Atom;
  readonly extensions: Map<string, ApiPath | null>;
}

export interface ApiPaths {
  /** A module by its specifier; null when the catalog knows nothing below it. */
  module(specifier: string): ApiPath | null;
  named(path: string): ApiPath | null;
  member(of: ApiPath, name: string): ApiPath | null;
  result(of: ApiPath): ApiPath | null;
}

const MAX_SEGMENTS = 10;

export function createApiPaths(catalog: Catalog): ApiPaths {
  const known = knownPrefixes(catalog);
  const paths = new Map<string, ApiPath>();

  const named = (path: string, depth: number): ApiPath | null => {
    if (!known.has(path) || depth > MAX_SEGMENTS) return null;
    let found = paths.get(path);
    if (!found) {
      const made: { -readonly [K in keyof ApiPath]: ApiPath[K] } = {
        path,
        depth,
        atom: NO_ATOM,
        extensions: new Map(),
      };
      made.atom = createAtom({ kind: 'api', path: made });
      paths.set(path, (found = made));
    }
    return found;
  };
  const extend = (of: ApiPath, segment: string): ApiPath | null => {
    let next = of.extensions.get(segment);
    if (next === undefined) {
      next = named(extendPath(catalog, of.path, segment), of.depth + 1);
      of.extensions.set(segment, next);
    }
    return next;
  };
  return {
    module: (specifier) => named(canonicalModule(catalog, specifier), 0),
    named: (path) => named(path, 0),
    member: (of, name) => extend(of, `.${name}`),
    result: (of) => extend(of, '()'),
  };
}

const NO_ATOM: Atom = createAtom({ kind: 'foreign' });

/** Every path that is, or leads to, something that the catalog speaks of. */
function knownPrefixes(catalog: Catalog): Set<string> {
  const known = new Set<string>(catalog.modules.values());
  const add = (name: string): void => {
    for (let path = name; path !== '' && !known.has(path); path = withoutLastSegment(path)) known.add(path);
  };
  for (const name of catalog.apis.keys()) add(name);
  for (const name of catalog.callbacks.keys()) add(name);
  for (const entries of catalog.callbacks.values()) {
    for (const entry of entries) for (const type of entry.params ?? []) if (type !== null) add(type);
  }
  for (const name of catalog.decorators.keys()) add(name);
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
