import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import { asRecord, type Manifest } from './packages.ts';

/** What `paths` and `baseUrl` of a tsconfig make of specifiers. All paths are absolute. */
export interface PathMapping {
  /** The best match first. */
  readonly patterns: readonly PathPattern[];
  readonly baseUrl: string | undefined;
}

interface PathPattern {
  readonly before: string;
  /** What follows the star; undefined when there is none. */
  readonly after: string | undefined;
  readonly targets: readonly string[];
}

const depthLimit = 10;

/** The mapping that the config file sets, by itself or through what it extends and references. Undefined: none. */
export function readPathMapping(file: string): PathMapping | undefined {
  const chain = readChain(file, 0);
  const options = chain.map(({ file: origin, config }) => ({
    origin,
    options: asRecord(config['compilerOptions']) ?? {},
  }));
  const base = options.find((level) => typeof level.options['baseUrl'] === 'string');
  const baseUrl = base && expand(String(base.options['baseUrl']), dirname(base.origin), file);
  const mapped = options.find((level) => asRecord(level.options['paths']) !== undefined);
  const own = mapped
    ? toPatterns(asRecord(mapped.options['paths']) ?? {}, baseUrl ?? dirname(mapped.origin), file)
    : [];
  const patterns = own.length > 0 ? own : referencedPatterns(file, chain[0]?.config);
  return patterns.length === 0 && baseUrl === undefined ? undefined : { patterns, baseUrl };
}

/** Absolute paths without extension that the mapping proposes for a specifier, in order. */
export function mappedPaths(mapping: PathMapping, specifier: string): string[] {
  for (const { before, after, targets } of mapping.patterns) {
    if (after === undefined ? specifier !== before : !fits(specifier, before, after)) continue;
    const star = specifier.slice(before.length, specifier.length - (after ?? '').length);
    return targets.map((target) => target.replace('*', () => star));
  }
  return mapping.baseUrl === undefined ? [] : [join(mapping.baseUrl, specifier)];
}

function fits(specifier: string, before: string, after: string): boolean {
  const isLong = specifier.length >= before.length + after.length;
  return isLong && specifier.startsWith(before) && specifier.endsWith(after);
}

/** The config and what it extends, nearest first. */
export function readChain(file: string, depth: number): { file: string; config: Manifest }[] {
  const config = readConfig(file);
  if (config === undefined || depth > depthLimit) return [];
  const field = config['extends'];
  const parents = (Array.isArray(field) ? [...(field as unknown[])].reverse() : [field]).filter(
    (parent): parent is string => typeof parent === 'string' && (parent.startsWith('.') || isAbsolute(parent)),
  );
  const above = parents.flatMap((parent) => readChain(withExtension(resolve(dirname(file), parent)), depth + 1));
  return [{ file, config }, ...above];
}

/** A solution file has no paths of its own; those of its parts hold. */
function referencedPatterns(file: string, config: Manifest | undefined): PathPattern[] {
  const references = Array.isArray(config?.['references']) ? (config['references'] as unknown[]) : [];
  return references.flatMap((reference) => {
    const path = asRecord(reference)?.['path'];
    if (typeof path !== 'string' || !path.endsWith('.json')) return [];
    const chain = readChain(resolve(dirname(file), path), 1);
    const level = chain.find((part) => asRecord(asRecord(part.config['compilerOptions'])?.['paths']));
    const options = asRecord(level?.config['compilerOptions']);
    if (level === undefined || options === undefined) return [];
    const baseUrl = resolve(dirname(level.file), typeof options['baseUrl'] === 'string' ? options['baseUrl'] : '.');
    return toPatterns(asRecord(options['paths']) ?? {}, baseUrl, level.file);
  });
}

function toPatterns(paths: Manifest, base: string, leaf: string): PathPattern[] {
  const patterns = Object.entries(paths).map(([pattern, value]) => {
    const [before = '', after] = pattern.split('*');
    const list = Array.isArray(value) ? value.filter((target) => typeof target === 'string') : [];
    return { before, after, targets: list.map((target) => expand(target, base, leaf)) };
  });
  const isExact = (pattern: PathPattern): number => (pattern.after === undefined ? 1 : 0);
  return patterns.sort((a, b) => isExact(b) - isExact(a) || b.before.length - a.before.length);
}

function expand(path: string, base: string, leaf: string): string {
  return resolve(base, path.replace('${configDir}', dirname(leaf)));
}

function withExtension(path: string): string {
  return path.endsWith('.json') ? path : `${path}.json`;
}

function readConfig(file: string): Manifest | undefined {
  try {
    return asRecord(parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), [], { allowTrailingComma: true }));
  } catch {
    return undefined;
  }
}
