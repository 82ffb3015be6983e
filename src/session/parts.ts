import { componentsOf } from '../engine/components.ts';
import type { Host, Resolution } from './host.ts';

/** A file, and what it imports in the order of its facts. */
export interface Importer {
  readonly file: string;
  readonly imports: readonly string[];
}

/** A file with where its imports lead. */
export interface ResolvedFile extends Importer {
  readonly targets: readonly Resolution[];
}

/** Files that are judged together, and a digest of all that findings in them hang on; undefined if that cannot be told. */
export interface Part {
  readonly files: readonly ResolvedFile[];
  readonly key: string | undefined;
}

/**
 * Groups files so that no import leads from one group to another. All that is said of a file hangs on files that it
 * imports, that import it, and so on: so groups can be analysed one by one, and answers for one hold while it is as it was.
 */
export function partsOf(importers: readonly Importer[], resolve: Host['resolve']): ResolvedFile[][] {
  const files = importers.map(({ file, imports }) => ({
    file,
    imports,
    targets: imports.map((specifier) => resolve(file, specifier)),
  }));
  const indices = new Map(files.map(({ file }, index) => [file, index]));
  const leaders = Int32Array.from(files.keys());
  files.forEach(({ targets }, index) => {
    for (const target of targets) {
      const other = target.kind === 'file' ? indices.get(target.path) : undefined;
      if (other !== undefined) leaders[leaderOf(leaders, other)] = leaderOf(leaders, index);
    }
  });
  const parts = new Map<number, ResolvedFile[]>();
  files.forEach((file, index) => {
    const leader = leaderOf(leaders, index);
    const part = parts.get(leader);
    if (part) part.push(file);
    else parts.set(leader, [file]);
  });
  return [...parts.values()];
}

/** Files that are taken in without a pause. */
const SLICE = 250;

/**
 * The same files in slices that can be taken in one after the other: what is imported comes before what imports it,
 * and files that import each other come together, so that little of a slice has to be linked again for the next.
 */
export function slicesOf(importers: readonly Importer[], resolve: Host['resolve']): string[][] {
  const imports = new Map(importers.map((importer) => [importer.file, importer.imports]));
  const targets = (file: string): string[] =>
    (imports.get(file) ?? []).flatMap((specifier) => {
      const target = resolve(file, specifier);
      return target.kind === 'file' && imports.has(target.path) ? [target.path] : [];
    });
  const slices: string[][] = [];
  for (const group of componentsOf(imports.keys(), targets).reverse()) {
    const last = slices.at(-1);
    if (last && last.length + group.length <= SLICE) last.push(...group);
    else slices.push(group);
  }
  return slices;
}

/** Shortens the way for those who ask next. */
function leaderOf(leaders: Int32Array, index: number): number {
  let at = index;
  for (let next = leaders[at] ?? at; next !== at; next = leaders[at] ?? at) {
    leaders[at] = leaders[next] ?? next;
    at = next;
  }
  return at;
}
