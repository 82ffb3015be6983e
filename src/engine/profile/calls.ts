import { CallFlag, FunctionFlag, type CallFacts, type ValueId } from '../../model/facts.ts';
import type { PathStep } from '../../model/finding.ts';
import { compareRanges, type Range } from '../../model/range.ts';
import type { WorkItem, WorkKind } from '../../model/work-profile.ts';
import type { Evaluation } from '../evaluation.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from '../nodes.ts';
import { valueOf, type Unit } from '../unit.ts';
import { rootOf } from '../work-sizes.ts';
import { asyncWorkOf, ELSEWHERE, isWaitedFor, knownPause, type AsyncWork } from './async-apis.ts';
import { isPartOfFlow, surroundingsOf, type Part } from './parts.ts';

/** What a function does that is called. */
export type LookInto = (node: FunctionNode) => readonly WorkItem[];

/** What one call waits for, itself or through the function of the project that it calls. */
export function callItems(evaluation: Evaluation, part: Part, index: number, lookInto: LookInto): WorkItem[] {
  const { node } = part;
  const call = callOf(node, index);
  const { unit } = node.file;
  if (!call || !unit || call.flags & CallFlag.OffLoop || node.hits.some((hit) => hit.call === index)) return [];
  const step: PathStep = { file: node.file.path, at: call.at, caller: node.facts.name, call: call.text };
  const place = {
    text: call.text,
    file: node.file.path,
    at: call.at,
    ...manner(surroundingsOf(evaluation, part, index)),
  };
  const here = { ...place, cost: 'medium', confidence: 'certain', path: [step] } as const;
  const edges = node.out.filter((edge) => edge.call === index && !isPartOfFlow(edge));
  const away = edges.filter(({ kind }) => kind === EdgeKind.Off);
  if (away.length > 0) return awayItems(away, lookInto, here);
  const known = asyncWorkOf(evaluation, node, call);
  if (known) return apiItems(evaluation, part, index, known, here);
  const inner = leading(edges.flatMap((edge) => innerItems(edge, lookInto)));
  if (inner.length > 0) return inner.map((item) => ({ ...item, ...merged(place, item), path: [step, ...item.path] }));
  if (edges.length > 0 || !mayBeAwaited(unit, call) || isJoinCall(node, call.at)) return [];
  const source = reactedTo(unit, node, call);
  if (source >= 0 && callItems(evaluation, part, source, lookInto).length > 0) return [];
  return [{ ...here, kind: 'wait', work: '', confidence: 'likely' }];
}

/** Whether it is awaited and may be waited for: what is built in and done at once may have the name of a method that is not. */
function mayBeAwaited(unit: Unit, { flags, callee }: CallFacts): boolean {
  if ((flags & CallFlag.Awaited) === 0) return false;
  if ((flags & CallFlag.Quiet) === 0) return true;
  const [root, path] = rootOf(unit, callee);
  return path.length > 0 && valueOf(unit, root)[0] !== 'global';
}

/** `load()` in `load().then(parse)`, as a call: who waits for the reaction waits for that. -1: no such. */
function reactedTo(unit: Unit, { facts }: FunctionNode, { callee }: CallFacts): number {
  const value = valueOf(unit, callee);
  if (value[0] !== 'member' || !unit.traits.reactions.has(value[2])) return -1;
  const source = valueOf(unit, value[1]);
  return source[0] === 'result' ? facts.calls.findIndex((call) => call.callee === source[1]) : -1;
}

/** What a function does that runs elsewhere: who calls it waits for that. */
function awayItems(edges: readonly Edge[], lookInto: LookInto, here: Omit<WorkItem, 'kind' | 'work'>): WorkItem[] {
  const [inner] = leading(edges.flatMap(({ to }) => (to.index > 0 ? lookInto(to) : []))).filter(
    ({ kind, cost }) => kind === 'blocking' || (kind === 'compute' && cost !== 'small'),
  );
  if (!inner) return [{ ...here, ...ELSEWHERE }];
  const { does, work, cost, estimate, confidence, pause, path } = inner;
  return [
    {
      ...here,
      kind: inner.kind === 'blocking' ? 'wait' : 'offloaded',
      work,
      cost,
      confidence,
      ...(does !== undefined && { does }),
      ...(estimate && { estimate }),
      ...(pause !== undefined && { pause }),
      path: [...here.path, ...path],
    },
  ];
}

/** A call of an asynchronous API. */
function apiItems(
  evaluation: Evaluation,
  { node, isInline, rounds }: Part,
  index: number,
  { isPause = false, isOwn = false, ...what }: AsyncWork,
  here: Omit<WorkItem, 'kind' | 'work'>,
): WorkItem[] {
  const call = callOf(node, index);
  const { unit } = node.file;
  if (!call || !unit || isOwn) return [];
  const isWaited = isWaitedFor(unit, call, node.facts.returns);
  if (isPause && !isWaited && !isInline && rounds === undefined) return [];
  const pause = isPause ? knownPause(evaluation, unit, call) : undefined;
  const isTogether = here.isTogether || (!isWaited && isOnlyStarted(unit, node, index));
  return [{ ...here, ...what, isTogether, ...(pause !== undefined && { pause }) }];
}

/** `const page = fetch(url);`: the promise is kept, so others run until somebody awaits it. */
function isOnlyStarted(unit: Unit, node: FunctionNode, index: number): boolean {
  const call = callOf(node, index);
  if (!call || node.out.some((edge) => edge.call === index)) return false;
  const isResult = (id: ValueId): boolean => {
    const value = valueOf(unit, id);
    return value[0] === 'result' && value[1] === call.callee;
  };
  return !node.facts.calls.some(({ callee, args }) => {
    const value = valueOf(unit, callee);
    return args.some(isResult) || (value[0] === 'member' && isResult(value[1]));
  });
}

/** `Promise.all(…)` waits for what it is handed, which is told where it is called. */
export function isJoinCall({ facts }: FunctionNode, at: Range): boolean {
  return (facts.joins ?? []).some((join) => compareRanges(join.at, at) === 0);
}

function manner({
  rounds,
  isTogether,
  isKept,
}: Pick<Part, 'rounds' | 'isTogether' | 'isKept'>): Pick<WorkItem, 'rounds' | 'isTogether' | 'isKept'> {
  return { ...(rounds && { rounds }), isTogether, isKept };
}

type Place = Pick<WorkItem, 'text' | 'file' | 'at' | 'rounds' | 'isTogether' | 'isKept'>;

function merged(here: Place, inner: WorkItem): Place {
  const rounds = here.rounds ?? inner.rounds;
  return {
    ...here,
    ...(rounds && { rounds }),
    isTogether: here.isTogether || inner.isTogether,
    isKept: here.isKept || inner.isKept,
  };
}

/** What is done in a function that is called: what it waits for and, where it is asynchronous, what holds the thread. */
function innerItems({ kind, to, isCall, entry }: Edge, lookInto: LookInto): readonly WorkItem[] {
  const isRun = isCall || entry?.runs === 'now' || kind === EdgeKind.Continuation;
  if (!isRun || to.index < 0) return [];
  if (kind === EdgeKind.Async || kind === EdgeKind.Continuation) return lookInto(to);
  // What a synchronous function computes is known from its summary already.
  return kind === EdgeKind.Sync && mayWait(to) ? lookInto(to).filter(isAsynchronous) : [];
}

function isAsynchronous({ kind }: { readonly kind: WorkKind }): boolean {
  return kind === 'wait' || kind === 'offloaded';
}

/** A function that returns nothing can hand over no promise. */
function mayWait({ facts }: FunctionNode): boolean {
  return facts.returns.length > 0 && (facts.flags & FunctionFlag.DeclaredNonblocking) === 0;
}

const COSTS = ['small', 'medium', 'large'];

function weightOf({ cost, work }: WorkItem): number {
  return COSTS.indexOf(cost) + (work === '' ? 0 : COSTS.length);
}

/** One of each kind: what is known before what is not, the most costly, and of those the first. */
function leading(items: readonly WorkItem[]): WorkItem[] {
  const best = new Map<WorkKind, WorkItem>();
  for (const item of items) {
    const known = best.get(item.kind);
    if (!known || weightOf(item) > weightOf(known)) best.set(item.kind, item);
  }
  return [...best.values()];
}
