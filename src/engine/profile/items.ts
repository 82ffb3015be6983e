import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import type { PathStep } from '../../model/finding.ts';
import { compareRanges, type Range } from '../../model/range.ts';
import type { UnresolvedCall, WorkItem, WorkKind } from '../../model/work-profile.ts';
import { operationOf, verdictOf } from '../findings.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from '../nodes.ts';
import type { Rule, Witness } from '../rule.ts';
import { witnessesOf } from '../witnesses.ts';
import { allWork, type Weighing } from '../work-witnesses.ts';
import { asyncWorkOf, isWaitedFor, knownPause } from './async-apis.ts';
import { isPartOfFlow, partsOf, surroundingsOf, type Part } from './parts.ts';

export interface Profiler extends Weighing {
  readonly rules: readonly Rule[];
}

/** What a function does, in the order of the source. */
export interface Doings {
  readonly items: readonly WorkItem[];
  readonly unresolved: readonly UnresolvedCall[];
}

/** Which functions were looked into: none is twice, and there are not too many. */
type Seen = Set<FunctionNode>;

const MAX_FUNCTIONS = 150;
const MAX_DEPTH = 6;

export function doingsOf(profiler: Profiler, node: FunctionNode, seen: Seen = new Set(), depth = 0): Doings {
  seen.add(node);
  const parts = partsOf(profiler.evaluation, node);
  for (const part of parts) seen.add(part.node);
  const items: WorkItem[] = [];
  const unresolved: UnresolvedCall[] = [];
  for (const part of parts) {
    if (!part.isInline) items.push(...blockingOf(profiler, parts, part.node));
    for (let index = 0; index < part.node.facts.calls.length; index++) {
      const found = callItems(profiler, part, index, seen, depth);
      items.push(...found);
      const call =
        found.length === 0 || found.some(({ work }) => work === '') ? unknownCall(profiler, part, index) : undefined;
      if (call) unresolved.push(call);
    }
  }
  items.sort((a, b) => compareRanges(a.at, b.at));
  return { items, unresolved };
}

/** What holds the thread: told by the same witnesses as findings. */
function blockingOf(profiler: Profiler, parts: readonly Part[], node: FunctionNode): WorkItem[] {
  const witnesses = [
    ...witnessesOf(
      node,
      () => true,
      () => undefined,
    ),
    ...allWork(node, profiler),
  ];
  return witnesses.flatMap((witness) => {
    const rule = profiler.rules.find(({ id }) => id === witness.rule);
    return rule ? [itemOf(profiler, parts, rule, witness)] : [];
  });
}

function itemOf(profiler: Profiler, parts: readonly Part[], rule: Rule, witness: Witness): WorkItem {
  const { does, work, instead, twin } = operationOf(rule, witness);
  const { at, file, text, blocker, cost, confidence, path } = witness;
  const place = placeOf(parts, file, at);
  const around = place && surroundingsOf(profiler.evaluation, place.part, place.index);
  const call = place && callOf(place.part.node, place.index);
  const unit = place?.part.node.file.unit;
  const pause =
    work === 'sleep' && path.length === 1 && call && unit ? knownPause(profiler.evaluation, unit, call) : undefined;
  return {
    kind: rule.id === 'heavy-call' || rule.id === 'heavy-loop' ? 'compute' : 'blocking',
    text,
    file,
    at,
    does,
    work,
    cost,
    rule: rule.id,
    verdict: verdictOf(rule, witness),
    ...(pause !== undefined && { pause }),
    ...(blocker.kind === 'work' && { estimate: blocker.estimate }),
    ...(around?.rounds && blocker.kind !== 'work' && { rounds: around.rounds }),
    isTogether: around?.isTogether ?? false,
    isKept: witness.isMemoised || witness.isKept,
    confidence,
    ...(instead !== undefined && { instead }),
    ...(twin !== undefined && { twin }),
    path,
  };
}

/** The part in which a call stands, and the call. */
function placeOf(
  parts: readonly Part[],
  file: string,
  at: Range,
): { readonly part: Part; readonly index: number } | undefined {
  for (const part of parts) {
    if (part.node.file.path !== file) continue;
    const index = part.node.facts.calls.findIndex((call) => compareRanges(call.at, at) === 0);
    if (index >= 0) return { part, index };
  }
  return undefined;
}

/** What one call waits for, itself or through the function of the project that it calls. */
function callItems(profiler: Profiler, part: Part, index: number, seen: Seen, depth: number): WorkItem[] {
  const { node } = part;
  const call = callOf(node, index);
  const { unit } = node.file;
  if (!call || !unit || call.flags & CallFlag.OffLoop || node.hits.some((hit) => hit.call === index)) return [];
  const { evaluation } = profiler;
  const around = surroundingsOf(evaluation, part, index);
  const step: PathStep = { file: node.file.path, at: call.at, caller: node.facts.name, call: call.text };
  const here = { text: call.text, file: node.file.path, at: call.at, ...manner(around) };
  const known = asyncWorkOf(evaluation, unit, call);
  if (known) {
    const { isPause, ...what } = known;
    if (isPause && !isWaitedFor(unit, call, node.facts.returns) && part.rounds === undefined && !part.isInline)
      return [];
    const pause = isPause ? knownPause(evaluation, unit, call) : undefined;
    return [
      { ...what, ...here, cost: 'medium', confidence: 'certain', path: [step], ...(pause !== undefined && { pause }) },
    ];
  }
  const edges = node.out.filter((edge) => edge.call === index && !isPartOfFlow(edge));
  if (edges.some(({ kind }) => kind === EdgeKind.Off)) {
    return [
      {
        kind: 'offloaded',
        work: 'another thread',
        does: 'runs code on another thread or process',
        ...here,
        cost: 'medium',
        confidence: 'certain',
        path: [step],
      },
    ];
  }
  const inner = edges.flatMap((edge) => innerItems(profiler, edge, seen, depth));
  if (inner.length > 0)
    return leading(inner).map((item) => ({ ...item, ...merged(here, item), path: [step, ...item.path] }));
  const isAwaited = (call.flags & CallFlag.Awaited) !== 0 && edges.length === 0 && (call.flags & CallFlag.Quiet) === 0;
  if (!isAwaited || isJoinCall(node, call.at)) return [];
  return [{ kind: 'wait', work: '', ...here, cost: 'medium', confidence: 'likely', path: [step] }];
}

/** `Promise.all(…)` waits for what it is handed, which is told where it is called. */
function isJoinCall({ facts }: FunctionNode, at: Range): boolean {
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
function innerItems(
  profiler: Profiler,
  { kind, to, isCall, entry }: Edge,
  seen: Seen,
  depth: number,
): readonly WorkItem[] {
  const isRun = isCall || entry?.runs === 'now' || kind === EdgeKind.Continuation;
  if (!isRun || to.index < 0 || seen.has(to) || seen.size > MAX_FUNCTIONS || depth >= MAX_DEPTH) return [];
  if (kind !== EdgeKind.Sync && kind !== EdgeKind.Async && kind !== EdgeKind.Continuation) return [];
  if (kind === EdgeKind.Sync && !mayWait(to)) return [];
  const { items } = doingsOf(profiler, to, seen, depth + 1);
  // What a synchronous function computes is known from its summary already.
  return kind === EdgeKind.Sync ? items.filter(isAsynchronous) : items;
}

function isAsynchronous({ kind }: { readonly kind: WorkKind }): boolean {
  return kind === 'wait' || kind === 'offloaded';
}

/** A function that returns nothing can hand over no promise. */
function mayWait({ facts }: FunctionNode): boolean {
  return facts.returns.length > 0 && (facts.flags & FunctionFlag.DeclaredNonblocking) === 0;
}

const COSTS = ['small', 'medium', 'large'];

/** One of each kind: the most costly, and of those the first. */
function leading(items: readonly WorkItem[]): WorkItem[] {
  const best = new Map<WorkKind, WorkItem>();
  for (const item of items) {
    const known = best.get(item.kind);
    if (!known || COSTS.indexOf(item.cost) > COSTS.indexOf(known.cost)) best.set(item.kind, item);
  }
  return [...best.values()];
}

/** A call of which neither the project nor the catalog knows what it does. */
function unknownCall({ evaluation }: Profiler, { node }: Part, index: number): UnresolvedCall | undefined {
  const call = callOf(node, index);
  const { unit } = node.file;
  if (!call || !unit || call.flags & (CallFlag.Quiet | CallFlag.OffLoop)) return undefined;
  if (node.out.some((edge) => edge.call === index) || isJoinCall(node, call.at)) return undefined;
  const { atoms, open } = evaluation.evaluate(unit, call.callee);
  const isKnown = atoms.length > 0 && !open && atoms.every(({ kind }) => kind !== 'foreign');
  return isKnown ? undefined : { text: call.text, file: node.file.path, at: call.at };
}
