import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, toAbsolute, toRelative } from './paths.ts';
import { mappedPaths, readPathMapping, type PathMapping } from './tsconfig-paths.ts';

/** Conventions of bundlers; neither can be the name of a package. */
const bundlerAlias = /^[@~]\//;

/** Proposes paths (relative to the root, without certainty about the extension) for a bare specifier in a folder. */
export function createPathMappings(root: string): (folder: string, specifier: string) => string[] {
  const byFolder = new Map<string, PathMapping | null>();
  const mappingOf = (folder: string): PathMapping | null => {
    let mapping = byFolder.get(folder);
    if (mapping === undefined) {
      const file = ['tsconfig.json', 'jsconfig.json']
        .map((name) => join(toAbsolute(root, folder), name))
        .find((path) => existsSync(path));
      if (file !== undefined) mapping = readPathMapping(file) ?? null;
      else mapping = folder === '' ? null : mappingOf(folderOf(folder));
      byFolder.set(folder, mapping);
    }
    return mapping;
  };
  return (folder, specifier) => {
    const mapping = mappingOf(folder);
    const paths = mapping === null ? [] : mappedPaths(mapping, specifier).map((path) => toRelative(root, path));
    return bundlerAlias.test(specifier) ? [...paths, ...aliasPaths(folder, specifier.slice(2))] : paths;
  };
}

/** `@/x` and `~/x`: below the nearest `src` folder, or beside it. */
function aliasPaths(folder: string, rest: string): string[] {
  const segments = folder.split('/');
  const source = segments.lastIndexOf('src');
  if (source < 0) return [rest, `src/${rest}`];
  const above = segments.slice(0, source);
  return [[...above, 'src', rest].join('/'), [...above, rest].join('/')];
}
