import { Alignment } from './align.ts';
import { carryParameterRuns, sameParameterRuns } from './callback-runs.ts';
import { alignSites, type Sites } from './call-sites.ts';
import type { ExportFacts, ValueId } from '../model/facts.ts';
import type { Unit } from './unit.ts';

/** Compares a file with what it was; undefined when others may see a difference. Hands the atoms over. */
export function alignInterface(before: Unit, after: Unit, sites: Sites): Alignment | undefined {
  const alignment = new Alignment(before, after);
  if (!sameExports(alignment) || !sameParameterRuns(alignment)) return undefined;
  alignSites(alignment, sites);
  if (!carryExposed(alignment)) return undefined;
  alignment.freeze();
  alignment.carryAtoms();
  after.askedExports = before.askedExports;
  after.exportAnswers = before.exportAnswers;
  carryParameterRuns(alignment);
  return alignment;
}

/** Values that others evaluated, by what they are now. */
function carryExposed(alignment: Alignment): boolean {
  const { before, after } = alignment;
  for (const layer of [0, 1] as const) {
    const exposed = new Set<ValueId>();
    for (const value of before.exposed[layer] ?? []) {
      const is = alignment.now(value);
      if (is === undefined) return false;
      exposed.add(is);
    }
    after.exposed[layer] = exposed;
  }
  return true;
}

function sameExports(alignment: Alignment): boolean {
  const { before, after } = alignment;
  const was = askedOf(before, before.askedExports);
  const is = askedOf(after, before.askedExports);
  if (was.length !== is.length) return false;
  const values: [ValueId[], ValueId[]] = [[], []];
  for (let index = 0; index < was.length; index++) {
    const a = was[index];
    const b = is[index];
    if (!a || !b || shapeOf(a) !== shapeOf(b)) return false;
    if (!sameTarget(alignment, a, b)) return false;
    values[0].push(...valueOf(a));
    values[1].push(...valueOf(b));
  }
  return alignment.same(...values);
}

/** The exports that anybody looked at. */
function askedOf({ facts }: Unit, asked: ReadonlySet<string> | undefined): ExportFacts[] {
  return facts.exports.filter((fact) => fact[0] === 'assign' || fact[0] === 'star' || asked?.has(fact[1]));
}

function shapeOf(fact: ExportFacts): string {
  if (fact[0] === 'named') return `named ${fact[1]}`;
  return fact[0] === 'reexport' ? `reexport ${fact[1]} ${fact[3]}` : fact[0];
}

function sameTarget({ before, after }: Alignment, a: ExportFacts, b: ExportFacts): boolean {
  if (a[0] === 'star' && b[0] === 'star') return before.imports[a[1]] === after.imports[b[1]];
  if (a[0] === 'reexport' && b[0] === 'reexport') return before.imports[a[2]] === after.imports[b[2]];
  return true;
}

function valueOf(fact: ExportFacts): ValueId[] {
  if (fact[0] === 'named') return [fact[2]];
  return fact[0] === 'assign' ? [fact[1]] : [];
}
