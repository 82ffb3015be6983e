import { sameResult } from './atoms.ts';
import { parameterRunsOf, type ArgumentRuns } from './callback-runs.ts';
import { componentsOf } from './components.ts';
import type { Evaluation } from './evaluation.ts';
import { haveCommon } from './have-common.ts';
import { findExport, sameTargets, type ExportAnswer } from './modules.ts';
import type { FileNode } from './nodes.ts';
import { forgetValues, noteConsulted, type Memo, type Unit } from './unit.ts';

/** What a change does to the values of files. */
export interface Settled {
  /** Files whose values were forgotten. */
  readonly dirty: Set<FileNode>;
  /** Files of whose values others see a difference. */
  readonly changed: Set<FileNode>;
}

/**
 * Forgets the values, of one layer, that a change can reach. Files that look at each other are taken together, those
 * that are looked at first; where the values that others evaluated come out as they were, the change reaches no further,
 * among those that look at each other neither.
 *
 * @param roots files whose values have to be worked out anew
 * @param changed those that others see a difference of, whatever comes out
 */
export function settle(evaluation: Evaluation, roots: ReadonlySet<FileNode>, changed: ReadonlySet<FileNode>): Settled {
  const { layer } = evaluation;
  const settled: Settled = { dirty: new Set(), changed: new Set(changed) };
  const starts = new Set([...roots, ...changed]);
  const components = componentsOf(starts, (file) => file.dependents[layer] ?? []);
  // Nothing that may be stale is at hand while values are worked out.
  const before = new Map(components.flat().map((file) => [file, hide(file.unit, layer)]));
  for (const component of components) {
    const same = settleTogether(evaluation, roots, component, before, settled);
    for (const file of same) restore(file.unit, layer, before.get(file));
  }
  return settled;
}

/** Returns those of a group whose values are what they were. */
function settleTogether(
  evaluation: Evaluation,
  roots: ReadonlySet<FileNode>,
  component: readonly FileNode[],
  before: ReadonlyMap<FileNode, Values | undefined>,
  { dirty, changed }: Settled,
): ReadonlySet<FileNode> {
  const same = new Set(component);
  const isStale = (file: FileNode): boolean =>
    roots.has(file) || changed.has(file) || haveCommon(before.get(file)?.consulted ?? NONE, changed);
  for (let stale = component.filter(isStale); stale.length > 0; stale = [...same].filter(isStale)) {
    for (const file of stale) {
      same.delete(file);
      dirty.add(file);
      if (!changed.has(file) && !isSame(evaluation, file.unit, before.get(file))) changed.add(file);
    }
  }
  return same;
}

const NONE: ReadonlySet<FileNode> = new Set();

interface Values {
  readonly memos: Memo[];
  readonly runs: Map<number, ArgumentRuns> | undefined;
  readonly exports: Map<string, ExportAnswer> | undefined;
  readonly consulted: ReadonlySet<FileNode> | undefined;
}

/** Takes the values out of a file, and what they hang on. */
function hide(unit: Unit | undefined, layer: 0 | 1): Values | undefined {
  if (!unit) return undefined;
  const isBase = layer === 0;
  const values = {
    memos: unit.memos[layer],
    runs: isBase ? unit.parameterRuns : undefined,
    exports: isBase ? unit.exportAnswers : undefined,
    consulted: unit.consulted[layer],
  };
  forgetValues(unit, layer);
  return values;
}

function restore(unit: Unit | undefined, layer: 0 | 1, values: Values | undefined): void {
  if (!unit || !values) return;
  unit.memos[layer] = values.memos;
  for (const file of values.consulted ?? NONE) noteConsulted(unit, layer, file);
  if (layer !== 0) return;
  unit.parameterRuns = values.runs;
  unit.exportAnswers = values.exports;
}

/** Whether what others evaluated comes out as it was. */
function isSame(evaluation: Evaluation, unit: Unit | undefined, before: Values | undefined): boolean {
  if (!unit || !before) return false;
  const { memos, runs, exports } = before;
  for (const [name, { targets }] of exports ?? []) {
    if (!sameTargets(targets, findExport(unit.file, name))) return false;
  }
  for (const value of unit.exposed[evaluation.layer] ?? []) {
    const was = memos[value];
    const known = evaluation.layer === 1 ? evaluation.base.evaluate(unit, value) : undefined;
    // What is certain without call sites is the first layer's to compare.
    if (known && !known.soft) continue;
    if (!was || !sameResult(was, evaluation.evaluate(unit, value))) return false;
  }
  for (const [key, was] of runs ?? []) {
    const now = parameterRunsOf(evaluation, unit, key);
    if (now.runs !== was.runs || now.entry !== was.entry || now.isGuess !== was.isGuess) return false;
  }
  return true;
}
