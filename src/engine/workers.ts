import { CallFlag } from '../model/facts.ts';
import type { Evaluation } from './evaluation.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from './nodes.ts';
import type { Survey } from './survey-store.ts';
import { workerProfile, type WorkerProfile } from './worker-profiles.ts';

/** Finds threads and processes that are started for work that only waits, or that is over sooner than they start. */
export function surveyWorkers(evaluation: Evaluation, node: FunctionNode, survey: Survey): void {
  const told = new Set<number>();
  for (const edge of node.out) {
    if (edge.kind !== EdgeKind.Off || edge.to.index !== 0 || edge.call < 0 || told.has(edge.call)) continue;
    const call = callOf(node, edge.call);
    // What stands in code for another thread is started there.
    if (!call || edge.likely || call.flags & (CallFlag.OffLoop | CallFlag.BeforeExit)) continue;
    told.add(edge.call);
    const { profile, files } = workerProfile(evaluation, edge.to.file);
    for (const file of files) survey.files.add(file);
    if (profile) tell(node, edge, profile, survey);
  }
}

function tell(node: FunctionNode, edge: Edge, { kind, example }: WorkerProfile, survey: Survey): void {
  const call = callOf(node, edge.call);
  if (!call) return;
  const place = { file: node.file.path, at: call.at };
  survey.witnesses.push({
    rule: 'parallelism-for-io',
    ...place,
    text: call.text,
    blocker: { kind: 'worker', text: call.text, file: edge.to.file.path, work: kind, example },
    cost: 'small',
    confidence: 'certain',
    isMemoised: (call.flags & CallFlag.Memoised) !== 0,
    isKept: false,
    isOnFailure: false,
    isInLoop: (call.flags & CallFlag.InLoop) !== 0,
    path: [{ ...place, caller: node.facts.name, call: call.text }],
  });
}
