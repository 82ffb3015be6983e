import { CallFlag, FunctionFlag } from '../model/facts.ts';
import type { EntryFacts, RuleId } from '../model/finding.ts';
import { compareRanges } from '../model/range.ts';
import type { Techniques } from '../model/techniques.ts';
import { awaitWitnesses } from './await-witnesses.ts';
import { lastName } from './last-name.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from './nodes.ts';
import { ON_LOOP, Reach, reachThrough, STARTING, isTask } from './reach.ts';
import { endsProcess, isReferral } from './registrations.ts';
import type { EntryView, Witness } from './rule.ts';
import { isTrial } from './trials.ts';
import { workWitnesses, workWitnessesThrough, type Weighing } from './work-witnesses.ts';
import { witnessesOf, witnessesThrough, type Visit } from './witnesses.ts';

/** A function that runs in event loop context, with what blocks in it. */
export interface Entry {
  /** Stable under edits elsewhere in the file. */
  readonly key: string;
  readonly view: EntryView;
  readonly reach: number;
  /** Of the language that it is written in. */
  readonly techniques: Techniques;
}

/** The entry that a function is, and those that it makes of others by handing them over by name. */
export function entriesOf(node: FunctionNode, weighing: Weighing, visit: Visit): Entry[] {
  if (node.index < 0) return [];
  const entries = [ownEntry(node, weighing, visit)];
  for (const edge of node.out) if (isReferral(edge)) entries.push(referredEntry(edge, weighing, visit));
  return entries.filter((entry) => entry !== undefined);
}

function ownEntry(node: FunctionNode, weighing: Weighing, visit: Visit): Entry | undefined {
  const role = node.facts.flags & FunctionFlag.DeclaredNonblocking ? undefined : roleOf(node);
  const reach = isOneShot(node) ? Reach.Tool : node.reach || Reach.External;
  if (role === undefined || !(isOnLoopAt(reach) || reach & STARTING)) return undefined;
  const isOnLoop = isOnLoopAt(reach);
  // Code that start-up runs is on the loop only where it goes on while the loop serves.
  const isRelevant = isOnLoop ? () => true : (flags: number) => (flags & CallFlag.InEndlessLoop) !== 0;
  const { name, at } = node.facts;
  const facts = { name, role, file: node.file.path, at };
  const found = witnessesOf(node, isRelevant, visit);
  if (isOnLoop) {
    found.push(...workWitnesses(node, weighing, visit), ...awaitWitnesses(node, weighing.evaluation, visit));
  }
  const going = isTask(node) ? Reach.Script : Reach.External;
  return entry(node, node.key, facts, isOnLoop ? reach : going, found);
}

/** Whether it ends the process when it is done or fails, as no server does, whatever else may lead to it. */
function isOneShot(node: FunctionNode): boolean {
  const isRun = (node.reach & (STARTING | Reach.Script | Reach.Presumed)) !== 0;
  return isRun && isOnLoopAt(node.reach) && endsProcess(node) && node.in.every(({ kind }) => kind !== EdgeKind.Later);
}

function referredEntry(edge: Edge, weighing: Weighing, visit: Visit): Entry | undefined {
  const reach = reachThrough(edge) || Reach.External;
  const call = callOf(edge.from, edge.call);
  if (!call || !isOnLoopAt(reach)) return undefined;
  const { name } = edge.to.facts;
  const facts = { name, role: edge.role ?? reactionOf(edge), file: edge.from.file.path, at: call.at };
  const found = [...witnessesThrough(edge, visit), ...workWitnessesThrough(edge, weighing, visit)];
  const witnesses = found.map((witness) => ({ ...witness, text: name }));
  return entry(edge.from, `${edge.from.key}>${name}`, facts, reach, witnesses);
}

export function isOnLoopAt(reach: number): boolean {
  return (reach & (ON_LOOP | Reach.Script | Reach.Presumed | Reach.Tool)) !== 0;
}

function entry(
  node: FunctionNode,
  key: string,
  facts: EntryFacts,
  reach: number,
  found: readonly Witness[],
): Entry | undefined {
  const techniques = found.length > 0 ? node.file.unit?.techniques() : undefined;
  if (!techniques) return undefined;
  // A listener of something that nobody knows is on the loop only perhaps.
  const isSure = (reach & ~Reach.Listener) !== 0;
  const waiting = found.filter(({ blocker }) => !isReadyIn(blocker, facts.role));
  const witnesses = isSure ? waiting : waiting.map((witness): Witness => ({ ...witness, confidence: 'likely' }));
  const ofRule = (rule: RuleId): Witness[] => witnesses.filter((witness) => witness.rule === rule);
  return { key, reach, techniques, view: { ...facts, witnesses: ofRule } };
}

/** The loop calls a reader when there is something to read: it does not wait then. */
function isReadyIn(blocker: Witness['blocker'], role: string): boolean {
  return blocker.kind === 'api' && blocker.api.entry.readyIn?.includes(role) === true;
}

/** The entry of a function that is told just these, in the order of the source. */
export function entryOf(node: FunctionNode, witnesses: readonly Witness[]): Entry | undefined {
  const techniques = node.file.unit?.techniques();
  if (!techniques) return undefined;
  const { name, at } = node.facts;
  const sorted = [...witnesses].sort((a, b) => compareRanges(a.at, b.at));
  const ofRule = (rule: RuleId): Witness[] => sorted.filter((witness) => witness.rule === rule);
  const view = { name, role: roleOf(node) ?? 'function', file: node.file.path, at, witnesses: ofRule };
  return { key: node.key, reach: node.reach || Reach.External, techniques, view };
}

const MODULE_BODY = 0;
/** What a continuation is that the catalog has no name for: handed to a promise, or to a function that calls it when it is done. */
function reactionOf(edge: Edge): string {
  const text = callOf(edge.from, edge.call)?.text ?? '';
  return edge.from.file.unit?.traits.reactions.has(lastName(text)) ? 'promise reaction' : 'completion callback';
}

/** What an entry is called: `async function`, `request handler (Express)`; undefined for what is no entry. */
export function roleOf(node: FunctionNode): string | undefined {
  let role: string | undefined;
  let reaction: string | undefined;
  for (const edge of node.in) {
    if (edge.kind !== EdgeKind.Later && edge.kind !== EdgeKind.Continuation) continue;
    if (isReferral(edge)) continue;
    if (edge.kind === EdgeKind.Continuation) reaction = lesser(reaction, edge.role ?? reactionOf(edge));
    else if (edge.role !== undefined && (role === undefined || edge.role < role)) role = edge.role;
  }
  role ??= signatureOf(node);
  if (role !== undefined) return role;
  if (node.facts.flags & FunctionFlag.Async) {
    return node.facts.flags & FunctionFlag.Generator ? 'async generator' : 'async function';
  }
  if (reaction !== undefined) return reaction;
  return node.index === MODULE_BODY ? 'module body' : undefined;
}

/** What a function is by the types of its parameters. One that is called is a part of what calls it. */
function signatureOf({ signature, in: edges }: FunctionNode): string | undefined {
  if (signature === undefined) return undefined;
  return edges.every((edge) => edge.kind === EdgeKind.Unknown || isTrial(edge)) ? signature : undefined;
}

/** Which of two names is told does not depend on the order in which they are met. */
function lesser(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a;
}
