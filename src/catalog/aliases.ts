import { segmentsOf } from './canonical.ts';
import type { CatalogFile } from './types.ts';

interface Alias {
  readonly module: string;
  readonly segments: readonly string[];
  readonly target: readonly [start: string, ...segments: string[]];
}

/** A module and the files whose entries hold under its name. */
type ModuleParts = readonly [module: string, parts: readonly CatalogFile[]];

/** Canonical path → canonical path, with keys and targets rewritten so that one look-up per extension of a path is enough. */
export function compileAliases(
  sources: readonly ModuleParts[],
  modules: ReadonlyMap<string, string>,
): Map<string, string> {
  const declared = sources.flatMap((source) => aliasesOf(source, modules));
  const shortestFirst = declared.sort((a, b) => a.segments.length - b.segments.length);
  const targets = new Map<string, Alias['target']>();
  const aliases = new Map<string, string>();
  for (const { module, segments, target } of shortestFirst) {
    const key = walk(module, segments.slice(0, -1), aliases) + (segments.at(-1) ?? '');
    targets.set(key, target);
    aliases.set(key, target.join(''));
  }
  resolveTargets(aliases, targets);
  return aliases;
}

/** Follows the segments from a start, replacing each aliased prefix on the way. */
export function walk(start: string, segments: readonly string[], aliases: ReadonlyMap<string, string>): string {
  return segments.reduce((path, segment) => aliases.get(path + segment) ?? path + segment, start);
}

function aliasesOf([module, parts]: ModuleParts, modules: ReadonlyMap<string, string>): Alias[] {
  const found: Alias[] = [];
  for (const { aliases = {} } of parts) {
    for (const name in aliases) {
      const target = targetOf(aliases[name] ?? '', module, modules);
      found.push({ module, segments: segmentsOf(name), target });
    }
  }
  return found;
}

/** A target that begins with `(`, `#` or `.`, or is empty, is below the module; any other is a full canonical path. */
function targetOf(target: string, module: string, modules: ReadonlyMap<string, string>): Alias['target'] {
  if (target === '' || /^[(#.]/.test(target)) return [module, ...segmentsOf(target)];
  const ends = [...target.matchAll(/[.#(]|$/g)].map((match) => match.index).reverse();
  const end = ends.find((index) => modules.has(target.slice(0, index))) ?? target.length;
  return [target.slice(0, end), ...segmentsOf(target.slice(end))];
}

/** Targets may lead to further aliases; the passes are bounded because users can write a cycle. */
function resolveTargets(aliases: Map<string, string>, targets: ReadonlyMap<string, Alias['target']>): void {
  for (let pass = 0, changed = true; changed && pass < 8; pass++) {
    changed = false;
    for (const [key, [start, ...segments]] of targets) {
      const target = walk(start, segments, aliases);
      if (target === aliases.get(key)) continue;
      aliases.set(key, target);
      changed = true;
    }
  }
  for (const [key, target] of aliases) if (key === target) aliases.delete(key);
}
