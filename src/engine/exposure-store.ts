import { expressionKey, type Expression, type ExpressionVerdict } from '../model/expression.ts';
import type { Finding } from '../model/finding.ts';
import { entryOf } from './entries.ts';
import type { Evaluation } from './evaluation.ts';
import { exposuresOf, unknownExpressions, witnessOf, type Exposure } from './exposures.ts';
import { findingsOf } from './findings.ts';
import { haveCommon } from './have-common.ts';
import type { Relinked } from './linker.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import type { Visited } from './outside.ts';
import type { Rule, Witness } from './rule.ts';
import { COSTS } from './summaries.ts';

/** Keeps which slow expressions event loop context applies to texts from outside. */
export interface ExposureStore {
  /** Returns the files whose findings may be other ones now. */
  update(relinked: Relinked, touched: Iterable<FunctionNode>): ReadonlySet<string>;
  /** Expressions of which nothing is known yet. */
  unknown(): readonly Expression[];
  /** Takes in what an analyser said. */
  learn(verdicts: ReadonlyMap<string, ExpressionVerdict>): ReadonlySet<string>;
  readonly findings: (path: string) => readonly Finding[];
}

interface Known {
  readonly exposures: readonly Exposure[];
  readonly visited: Visited;
}

export function createExposureStore(
  evaluation: Evaluation,
  rule: Rule | undefined,
  isPublic: (file: string) => boolean,
): ExposureStore {
  const known = new Map<FunctionNode, Known>();
  const verdicts = new Map<string, ExpressionVerdict>();
  let byFile = new Map<string, Finding[]>();

  function* all(): Iterable<Exposure> {
    for (const { exposures } of known.values()) yield* exposures;
  }
  const renew = (): ReadonlySet<string> => {
    const before = byFile;
    byFile = rule ? findingsByFile(all(), verdicts, rule, isPublic) : new Map<string, Finding[]>();
    const paths = new Set([...before.keys(), ...byFile.keys()]);
    return new Set([...paths].filter((path) => JSON.stringify(before.get(path)) !== JSON.stringify(byFile.get(path))));
  };
  return {
    update(relinked, touched) {
      if (!rule) return NO_FILES;
      const stale = staleFunctions(known, relinked.files, touched);
      let isChanged = false;
      for (const node of stale) {
        isChanged = known.delete(node) || isChanged;
        if (node.index < 0 || !node.facts.matches) continue;
        const answer = exposuresOf(evaluation, node);
        known.set(node, answer);
        isChanged ||= answer.exposures.length > 0;
      }
      return isChanged ? renew() : NO_FILES;
    },
    unknown: () => unknownExpressions(all(), verdicts),
    learn(learnt) {
      for (const [key, verdict] of learnt) verdicts.set(key, verdict);
      return renew();
    },
    findings: (path) => byFile.get(path) ?? [],
  };
}

const NO_FILES: ReadonlySet<string> = new Set();

/** Functions that apply expressions, of the files that were linked again and wherever an answer hangs on what changed. */
function staleFunctions(
  known: ReadonlyMap<FunctionNode, Known>,
  files: ReadonlySet<FileNode>,
  touched: Iterable<FunctionNode>,
): Set<FunctionNode> {
  const stale = new Set<FunctionNode>();
  for (const { unit } of files) for (const node of unit?.functions ?? []) if (node.facts.matches) stale.add(node);
  if (known.size === 0) return stale;
  const changed = new Set(touched);
  for (const [node, { visited }] of known) {
    if (haveCommon(visited.files, files) || haveCommon(visited.functions, changed)) stale.add(node);
  }
  return stale;
}

function findingsByFile(
  exposures: Iterable<Exposure>,
  verdicts: ReadonlyMap<string, ExpressionVerdict>,
  rule: Rule,
  isPublic: (file: string) => boolean,
): Map<string, Finding[]> {
  const byEntry = new Map<FunctionNode, Map<string, Witness>>();
  for (const exposure of exposures) {
    const verdict = verdicts.get(expressionKey(exposure.met));
    const witness = verdict && witnessOf(exposure, verdict);
    if (!witness) continue;
    let places = byEntry.get(exposure.entry);
    if (!places) byEntry.set(exposure.entry, (places = new Map<string, Witness>()));
    const place = `${witness.file}:${witness.at.join(':')}`;
    const other = places.get(place);
    if (!other || isBetter(witness, other)) places.set(place, witness);
  }
  const found = new Map<string, Finding[]>();
  for (const [entry, places] of byEntry) {
    const told = entryOf(entry, [...places.values()]);
    for (const finding of told ? findingsOf(told, [rule], isPublic) : []) {
      const list = found.get(finding.file);
      if (list) list.push(finding);
      else found.set(finding.file, [finding]);
    }
  }
  return found;
}

/** Of several ways to one place: the costly, the certain, the short, and else whatever is told the same each time. */
function isBetter(a: Witness, b: Witness): boolean {
  const cost = COSTS.indexOf(a.cost) - COSTS.indexOf(b.cost);
  if (cost !== 0) return cost < 0;
  if (a.confidence !== b.confidence) return a.confidence === 'certain';
  if (a.path.length !== b.path.length) return a.path.length < b.path.length;
  return JSON.stringify([a.blocker, a.path]) < JSON.stringify([b.blocker, b.path]);
}
