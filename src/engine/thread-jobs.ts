import { type CallFacts, CallFlag } from '../model/facts.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from './nodes.ts';
import { computationOf } from './profiles.ts';
import type { Witness } from './rule.ts';
import type { Survey } from './survey-store.ts';
import { placeOf } from './threads.ts';
import { type Weighing, workWitnessesHanded } from './work-witnesses.ts';
import { witnessesOf } from './witnesses.ts';

/** Whether a function hands another one to a thread or a process. */
export function handsOver({ kind, entry, call }: Edge): boolean {
  return kind === EdgeKind.Off && call >= 0 && entry?.runs === 'offload';
}

/** Finds computations that are handed to threads, where threads take turns: none of them is done sooner. */
export function surveyThreads(weighing: Weighing, node: FunctionNode, survey: Survey): void {
  const { unit } = node.file;
  if (unit?.techniques().turns === undefined) return;
  for (const edge of node.out) {
    const call = handsOver(edge) ? callOf(node, edge.call) : undefined;
    if (!call || !edge.entry || edge.likely || call.flags & (CallFlag.OffLoop | CallFlag.BeforeExit)) continue;
    if (placeOf(weighing.evaluation, unit, call, edge.entry) !== 'thread') continue;
    const found = computation(weighing, edge, survey);
    if (found) survey.witnesses.push(toWitness(edge, found, call, isOneOfSeveral(edge, call)));
  }
}

/** What the job computes, if it is that alone, and gives its turn to nobody of its own accord. */
function computation(weighing: Weighing, edge: Edge, survey: Survey): Witness | undefined {
  const job = edge.to;
  const seen = new Set<FunctionNode>([job]);
  const visit = (visited: FunctionNode): void => void seen.add(visited);
  const waits = witnessesOf(job, () => true, visit).some(({ rule }) => rule.startsWith('blocking-'));
  const [own] = waits ? [] : workWitnessesHanded(edge, weighing, visit);
  const found = own ?? (waits ? undefined : computationOf(job, weighing, seen, 'certain'));
  for (const other of seen) {
    survey.functions.add(other);
    survey.files.add(other.file);
  }
  if (found?.blocker.kind !== 'api') return found;
  // A function that only calls what holds the lock is told as that call.
  const isPlain = job.facts.calls.length === 1 && job.facts.loops.length === 0;
  return isPlain || found.blocker.api.entry.gil === 'releases' ? undefined : found;
}

/** Whether others compute at the same time: it is called in a loop, goes through a list, or is not the only such call. */
function isOneOfSeveral({ from, entry }: Edge, { flags }: CallFacts): boolean {
  const calls = new Set(from.out.filter(handsOver).map(({ call }) => call));
  return (flags & CallFlag.InLoop) !== 0 || entry?.each === true || calls.size > 1;
}

function toWitness({ from, to }: Edge, found: Witness, { at, text }: CallFacts, isSeveral: boolean): Witness {
  const { path: file } = from.file;
  const api = found.blocker.kind === 'api' ? found.blocker.api : undefined;
  const path = found.path.filter((step) => step.at !== at);
  const last = path.at(-1)?.call ?? found.text;
  return {
    ...found,
    at,
    text,
    rule: 'concurrency-for-cpu',
    file,
    blocker: {
      kind: 'jobs',
      text: api?.name ?? last,
      job: to.facts.name,
      computes: last,
      does: api ? api.entry.does : 'computes for long',
      inThread: isSeveral ? 'several' : 'one',
    },
    cost: 'small',
    confidence: 'certain',
    path: [{ file, at, caller: from.facts.name, call: text }, ...path],
  };
}
