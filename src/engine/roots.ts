import type { ValueId } from '../model/facts.ts';
import { valueOf, type Unit } from './unit.ts';

/** Where a chain of members, results and instances begins, and the first name on it. */
interface Root {
  readonly id: ValueId;
  readonly first: string;
}

export function chainRoot(unit: Unit, id: ValueId): Root {
  let current = id;
  let first = '';
  for (;;) {
    const value = valueOf(unit, current);
    if (value[0] !== 'member' && value[0] !== 'result' && value[0] !== 'instance') return { id: current, first };
    if (value[0] === 'member') first = value[2];
    current = value[1];
  }
}

/** Canonical names of where a value begins: a name without an import, or a module and what is taken from it. */
export function rootNames(unit: Unit, { id, first }: Root): readonly string[] {
  const value = valueOf(unit, id);
  if (value[0] === 'global') return [`global.${value[1]}`];
  const target = value[0] === 'import' ? unit.imports[value[1]] : undefined;
  return target && 'path' in target && typeof target.path === 'string' && !('functions' in target)
    ? [target.path, `${target.path}.${first}`]
    : [];
}

/** Whether a value begins at one of the names. */
export function beginsAt(unit: Unit, id: ValueId, names: ReadonlySet<string>): boolean {
  return rootNames(unit, chainRoot(unit, id)).some((name) => names.has(name));
}
