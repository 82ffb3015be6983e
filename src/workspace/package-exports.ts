import { asRecord, type Manifest } from './packages.ts';

/** Sources first, where a package offers them. */
const conditions = ['source', 'development', 'node', 'import', 'module', 'require', 'default', 'types'];

/** Paths (`./dist/index.js`) that `exports` gives for the subpath (`.`, `./feature`), the best first. */
export function exportTargets(manifest: Manifest, subpath: string): string[] {
  const field = manifest['exports'];
  const record = asRecord(field);
  const isMap = record !== undefined && Object.keys(record).some((key) => key.startsWith('.'));
  if (!isMap) return subpath === '.' ? targets(field, '') : [];
  return mapped(record, subpath);
}

/** Paths or packages that `imports` gives for a specifier that begins with `#`. */
export function importTargets(manifest: Manifest, specifier: string): string[] {
  return mapped(asRecord(manifest['imports']) ?? {}, specifier);
}

function mapped(map: Manifest, key: string): string[] {
  if (map[key] !== undefined) return targets(map[key], '');
  const patterns = Object.keys(map).filter((pattern) => pattern.includes('*'));
  for (const pattern of patterns.sort((a, b) => b.indexOf('*') - a.indexOf('*'))) {
    const [before = '', after = ''] = pattern.split('*');
    if (key.length >= pattern.length && key.startsWith(before) && key.endsWith(after)) {
      return targets(map[pattern], key.slice(before.length, key.length - after.length));
    }
  }
  return [];
}

function targets(field: unknown, star: string): string[] {
  if (typeof field === 'string') return [field.replaceAll('*', star)];
  if (Array.isArray(field)) return field.flatMap((item) => targets(item, star));
  const record = asRecord(field);
  if (record === undefined) return [];
  const known = conditions.filter((condition) => condition in record);
  const custom = Object.keys(record).filter((condition) => !conditions.includes(condition));
  return [...known, ...custom].flatMap((condition) => targets(record[condition], star));
}
