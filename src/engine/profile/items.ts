import { CallFlag } from '../../model/facts.ts';
import type { Techniques } from '../../model/techniques.ts';
import type { RuleId } from '../../model/finding.ts';
import { compareRanges, type Range } from '../../model/range.ts';
import type { UnresolvedCall, UnweighedWork, WorkItem } from '../../model/work-profile.ts';
import { isSpent, operationOf, verdictOf } from '../findings.ts';
import { callOf, type FunctionNode } from '../nodes.ts';
import type { Rule, Witness } from '../rule.ts';
import { witnessesOf } from '../witnesses.ts';
import { allWork, unweighedWork, type Weighing } from '../work-witnesses.ts';
import { knownPause } from './async-apis.ts';
import { callItems, isJoinCall, type LookInto } from './calls.ts';
import { partsOf, surroundingsOf, type Part } from './parts.ts';

export interface Profiler extends Weighing {
  readonly rules: readonly Rule[];
}

/** What a function does, in the order of the source. */
export interface Doings {
  readonly items: readonly WorkItem[];
  readonly unresolved: readonly UnresolvedCall[];
  readonly unweighed: readonly UnweighedWork[];
}

const MAX_FUNCTIONS = 150;
const MAX_DEPTH = 6;

export function doingsOf(profiler: Profiler, node: FunctionNode): Doings {
  const known = new Map<FunctionNode, readonly WorkItem[]>();
  const lookFrom =
    (depth: number): LookInto =>
    (callee) => {
      const items = known.get(callee);
      if (items || known.size >= MAX_FUNCTIONS || depth > MAX_DEPTH) return items ?? [];
      // Who calls itself does nothing more by it.
      known.set(callee, []);
      const found = itemsOf(profiler, callee, lookFrom(depth + 1));
      known.set(callee, found);
      return found;
    };
  known.set(node, []);
  const items = itemsOf(profiler, node, lookFrom(1));
  return { items, unresolved: unresolvedIn(profiler, node, items), unweighed: unweighedIn(profiler, node, items) };
}

function itemsOf(profiler: Profiler, node: FunctionNode, lookInto: LookInto): WorkItem[] {
  const parts = partsOf(profiler.evaluation, node);
  const items: WorkItem[] = [];
  for (const part of parts) {
    if (!part.isInline) items.push(...blockingOf(profiler, parts, part.node, node.reach));
    part.node.facts.calls.forEach((_, index) => {
      items.push(...callItems(profiler.evaluation, part, index, lookInto));
    });
  }
  return items.sort((a, b) => compareRanges(a.at, b.at));
}

/** Calls of which neither the project nor the catalog knows what they do, each once. */
function unresolvedIn(profiler: Profiler, node: FunctionNode, items: readonly WorkItem[]): UnresolvedCall[] {
  const resolved = new Set(items.filter(({ work }) => work !== '').map(({ at }) => at.join()));
  const found = new Map<string, UnresolvedCall>();
  for (const { node: part } of partsOf(profiler.evaluation, node)) {
    part.facts.calls.forEach((call, index) => {
      const { text, at } = call;
      if (found.has(text) || resolved.has(at.join()) || !isUnknownCall(profiler, part, index)) return;
      found.set(text, { text, file: part.file.path, at });
    });
  }
  return [...found.values()];
}

function isUnknownCall({ evaluation }: Profiler, node: FunctionNode, index: number): boolean {
  const call = callOf(node, index);
  const { unit } = node.file;
  if (!call || !unit || call.flags & (CallFlag.Quiet | CallFlag.OffLoop)) return false;
  if (node.out.some((edge) => edge.call === index) || isJoinCall(node, call.at)) return false;
  const { atoms, open } = evaluation.evaluate(unit, call.callee);
  return open || atoms.length === 0 || atoms.some(({ kind }) => kind === 'foreign');
}

function unweighedIn(profiler: Profiler, node: FunctionNode, items: readonly WorkItem[]): UnweighedWork[] {
  const rule = profiler.rules.find(({ id }) => id === 'heavy-loop');
  const told = new Set(items.map(({ at }) => at.join()));
  return partsOf(profiler.evaluation, node).flatMap(({ node: part, isInline }) => {
    const techniques = part.file.unit?.techniques();
    if (isInline || !rule || !techniques) return [];
    return unweighedWork(part, profiler).flatMap((witness) => {
      const { file, at, text, path } = witness;
      if (told.has(at.join())) return [];
      told.add(at.join());
      return [{ file, at, text, path, does: operationOf(rule, witness, techniques).does }];
    });
  });
}

/** What holds the thread: told by the same witnesses as findings. */
function blockingOf(profiler: Profiler, parts: readonly Part[], node: FunctionNode, reach: number): WorkItem[] {
  const witnesses = [
    ...witnessesOf(
      node,
      () => true,
      () => undefined,
    ),
    ...allWork(node, profiler),
  ];
  const techniques = node.file.unit?.techniques();
  return witnesses.flatMap((witness) => {
    const rule = profiler.rules.find(({ id }) => id === witness.rule);
    return rule && techniques && !isSpent(witness, reach) ? [itemOf(profiler, parts, rule, witness, techniques)] : [];
  });
}

const COMPUTING: ReadonlySet<RuleId> = new Set(['heavy-call', 'heavy-loop', 'concurrency-for-cpu']);

function itemOf(
  profiler: Profiler,
  parts: readonly Part[],
  rule: Rule,
  witness: Witness,
  techniques: Techniques,
): WorkItem {
  const { does, work, instead, twin } = operationOf(rule, witness, techniques);
  const { at, file, text, blocker, cost, confidence, path } = witness;
  const lock = blocker.kind === 'api' ? blocker.api.entry.gil : undefined;
  const place = placeOf(parts, file, at);
  const around = place && surroundingsOf(profiler.evaluation, place.part, place.index);
  const call = place && callOf(place.part.node, place.index);
  const unit = place?.part.node.file.unit;
  const pause =
    work === 'sleep' && path.length === 1 && call && unit ? knownPause(profiler.evaluation, unit, call) : undefined;
  return {
    kind: COMPUTING.has(rule.id) ? 'compute' : 'blocking',
    text,
    file,
    at,
    does,
    work,
    cost,
    rule: rule.id,
    verdict: verdictOf(rule, witness, techniques),
    ...(pause !== undefined && { pause }),
    ...(blocker.kind === 'work' && { estimate: blocker.estimate }),
    ...(around?.rounds && blocker.kind !== 'work' && { rounds: around.rounds }),
    isTogether: around?.isTogether ?? false,
    isKept: witness.isMemoised || witness.isKept,
    confidence,
    ...(instead !== undefined && { instead }),
    ...(twin !== undefined && { twin: techniques.nameOf(twin) }),
    ...(lock !== undefined && { lock }),
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
