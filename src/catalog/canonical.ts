import type { Catalog } from './types.ts';

/** Joins a module and a name below it: no dot before `(`, `#` or `.`; the empty name is the module itself. */
export function joinPath(module: string, name: string): string {
  if (name === '') return module;
  const first = name[0];
  return first === '(' || first === '#' || first === '.' ? module + name : `${module}.${name}`;
}

/**
 * The canonical module of an import specifier: `fs` is `node:fs`; what the catalog does not know stays as written. A module
 * inside a package of a language where those are its members is a member: `python:os.path`.
 */
export function canonicalModule(catalog: Catalog, specifier: string): string {
  const known = catalog.modules.get(specifier);
  if (known !== undefined || !/^\w+:\w+\./.test(specifier)) return known ?? specifier;
  const [outer = '', ...inner] = specifier.split('.');
  return inner.reduce((path, name) => extendPath(catalog, path, `.${name}`), canonicalModule(catalog, outer));
}

/** A canonical path and one more segment: `.name` for a member, `()` for the result of calling or constructing it. */
export function extendPath(catalog: Catalog, path: string, segment: string): string {
  if (segment === '.default' && catalog.modules.has(path)) return path;
  const extended = path + segment;
  return catalog.aliases.get(extended) ?? extended;
}

/** The segments of a name below a module: `().prepare().all` is `()`, `.prepare`, `()`, `.all`. */
export function segmentsOf(name: string): string[] {
  const dotted = joinPath('', name);
  return dotted.match(/\(\)|[.#][^.#(]+/g) ?? [];
}

/** The module that a canonical path begins with, if the catalog knows it. */
export function moduleOf({ modules }: Catalog, path: string): string | undefined {
  for (let end = path.length; end > 0; end = path.slice(0, end).search(/[.#(][^.#(]*$/)) {
    const module = modules.get(path.slice(0, end));
    if (module !== undefined) return module;
  }
  return undefined;
}
