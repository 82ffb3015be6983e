import type { JoinFacts } from '../model/facts.ts';
import type { PathStep } from '../model/finding.ts';
import type { Evaluation } from './evaluation.ts';
import type { FunctionNode } from './nodes.ts';
import { computationOf, isExecutor, onlyComputes } from './profiles.ts';
import type { Witness } from './rule.ts';
import type { Survey } from './survey-store.ts';
import { isPromise } from './turns.ts';
import type { Unit } from './unit.ts';
import type { Weighing } from './work-witnesses.ts';

/** Finds promises that are waited for together although each is done before the next one is made. */
export function surveyJoins(weighing: Weighing, node: FunctionNode, survey: Survey): void {
  const { evaluation } = weighing;
  const { unit } = node.file;
  if (!unit) return;
  for (const join of node.facts.joins ?? []) {
    const jobs = jobsOf(evaluation, unit, join);
    if (!jobs) continue;
    const computations = jobs.map((job) => computation(weighing, unit, node, job, survey));
    const [first] = computations;
    if (!first || !computations.every((found) => found !== undefined)) continue;
    // One of a few has to take long; of many, each a while.
    if (!join.each && !computations.some(({ cost, blocker }) => cost === 'large' || blocker.kind === 'work')) continue;
    survey.witnesses.push(toWitness(node, join, jobs[0], first));
  }
}

function jobsOf(evaluation: Evaluation, unit: Unit, join: JoinFacts): FunctionNode[] | undefined {
  const jobs: FunctionNode[] = [];
  for (const id of join.jobs) {
    const { atoms, open } = evaluation.evaluate(unit, id);
    const [atom, ...others] = atoms;
    if (open || atom?.kind !== 'function' || others.length > 0) return undefined;
    jobs.push(atom.node);
  }
  return jobs;
}

/** What a job computes, if it does nothing else. */
function computation(
  weighing: Weighing,
  unit: Unit,
  node: FunctionNode,
  job: FunctionNode,
  survey: Survey,
): Witness | undefined {
  const { evaluation } = weighing;
  const seen = new Set<FunctionNode>();
  const isOwnExecutor = job.facts.parent === node.index && isExecutorOf(unit, job);
  const computes = isOwnExecutor ? isExecutor(evaluation, unit, job, seen) : onlyComputes(evaluation, job, seen);
  for (const other of seen) {
    survey.functions.add(other);
    survey.files.add(other.file);
  }
  if (!computes) return undefined;
  const looked = new Set<FunctionNode>();
  const found = computationOf(job, weighing, looked, 'assumed');
  for (const other of looked) {
    survey.functions.add(other);
    survey.files.add(other.file);
  }
  return found;
}

/** A function that is written where a promise is made. */
function isExecutorOf(unit: Unit, { facts }: FunctionNode): boolean {
  const call = facts.argumentOf && unit.facts.functions[facts.parent]?.calls[facts.argumentOf[0]];
  return call !== undefined && isPromise(unit, call.callee);
}

function toWitness(node: FunctionNode, join: JoinFacts, job: FunctionNode | undefined, found: Witness): Witness {
  const first: PathStep = { file: node.file.path, at: join.at, caller: node.facts.name, call: join.text };
  const last = found.path.at(-1);
  const api = found.blocker.kind === 'api' ? found.blocker.api : undefined;
  return {
    ...found,
    rule: 'concurrency-for-cpu',
    file: node.file.path,
    at: join.at,
    text: join.text,
    blocker: {
      kind: 'jobs',
      text: api?.name ?? last?.call ?? found.text,
      job: job?.facts.name ?? found.text,
      computes: last?.call ?? found.text,
      does: api ? api.entry.does : 'computes for long',
    },
    cost: 'small',
    confidence: 'certain',
    path: [first, ...found.path],
  };
}
