import type { Finding } from '../model/finding.ts';
import { entryOf, isOnLoopAt } from './entries.ts';
import { findingsOf } from './findings.ts';
import { seemsToWait, surveyIdle } from './idle.ts';
import { surveyJoins } from './joins.ts';
import { haveCommon } from './have-common.ts';
import type { Relinked } from './linker.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import type { Rule, Witness } from './rule.ts';
import type { Weighing } from './work-witnesses.ts';
import { handsOver, surveyThreads } from './thread-jobs.ts';
import { surveyWorkers } from './workers.ts';

/** What a survey of a function found, and what it hangs on. */
export interface Survey {
  readonly witnesses: Witness[];
  readonly functions: Set<FunctionNode>;
  readonly files: Set<FileNode>;
}

/** Keeps what is told of single functions: how they wait for computations, and which threads they start. */
export interface SurveyStore {
  /** Returns the files whose findings may be other ones now. */
  update(relinked: Relinked, changed: Iterable<FunctionNode>): ReadonlySet<string>;
  readonly findings: (path: string) => readonly Finding[];
}

export function createSurveyStore(
  weighing: Weighing,
  rules: readonly Rule[],
  isPublic: (file: string) => boolean,
): SurveyStore {
  const surveys = new Map<FunctionNode, Survey>();
  const found = new Map<FunctionNode, readonly Finding[]>();
  const byFile = new Map<string, Set<FunctionNode>>();

  const renew = (node: FunctionNode): boolean => {
    const survey = node.index < 0 ? undefined : surveyOf(weighing, node);
    if (survey) surveys.set(node, survey);
    else surveys.delete(node);
    const before = found.get(node) ?? [];
    const after = survey ? toFindings(node, survey.witnesses, rules, isPublic) : [];
    const nodes = byFile.get(node.file.path) ?? new Set();
    if (after.length > 0) {
      found.set(node, after);
      byFile.set(node.file.path, nodes.add(node));
    } else {
      found.delete(node);
      nodes.delete(node);
    }
    return JSON.stringify(before) !== JSON.stringify(after);
  };
  return {
    update(relinked, changed) {
      if (rules.length === 0) return new Set();
      const all = new Set(changed);
      const stale = new Set<FunctionNode>();
      for (const node of all) if (isCandidate(node)) stale.add(node);
      for (const [node, { functions, files }] of surveys) {
        if (haveCommon(functions, all) || haveCommon(files, relinked.files)) stale.add(node);
      }
      return new Set([...stale].filter(renew).map(({ file }) => file.path));
    },
    findings: (path) => [...(byFile.get(path) ?? [])].flatMap((node) => found.get(node) ?? []),
  };
}

function isCandidate(node: FunctionNode): boolean {
  const { facts, out } = node;
  if (facts.joins !== undefined || seemsToWait(node)) return true;
  return out.some((edge) => edge.to.index === 0 || handsOver(edge));
}

function surveyOf(weighing: Weighing, node: FunctionNode): Survey {
  const survey: Survey = { witnesses: [], functions: new Set([node]), files: new Set([node.file]) };
  surveyJoins(weighing, node, survey);
  surveyIdle(weighing, node, survey);
  surveyThreads(weighing, node, survey);
  surveyWorkers(weighing.evaluation, node, survey);
  return survey;
}

/** Only what the loop runs while others wait is told. */
function toFindings(
  node: FunctionNode,
  witnesses: readonly Witness[],
  rules: readonly Rule[],
  isPublic: (file: string) => boolean,
): Finding[] {
  const entry = entryOf(node, witnesses);
  return entry && witnesses.length > 0 && isOnLoopAt(entry.reach) ? findingsOf(entry, rules, isPublic) : [];
}
