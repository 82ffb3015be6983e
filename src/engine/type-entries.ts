import type { TypeEntry } from '../catalog/types.ts';
import type { ValueId } from '../model/facts.ts';
import type { Evaluation } from './evaluation.ts';
import { tagOf, type Unit } from './unit.ts';

/** What the catalog says of a type. */
export function typeEntry({ base, catalog }: Evaluation, unit: Unit, id: ValueId): TypeEntry | undefined {
  if (tagOf(unit, id) !== 'instance') return undefined;
  for (const atom of base.evaluate(unit, id).atoms) {
    const entry = atom.kind === 'api' ? catalog.types.get(atom.path.path) : undefined;
    if (entry) return entry;
  }
  return undefined;
}
