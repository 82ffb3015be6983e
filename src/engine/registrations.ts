import { moduleOf } from '../catalog/canonical.ts';
import type { Catalog } from '../catalog/types.ts';
import { FunctionFlag } from '../model/facts.ts';
import type { CallFacts, ExportFacts, ValueId } from '../model/facts.ts';
import type { Range } from '../model/range.ts';
import { isStartName } from '../model/start-names.ts';
import { lastName } from './last-name.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from './nodes.ts';
import type { Targets } from './targets.ts';
import { valueOf, type Unit } from './unit.ts';

/** Roles of code that serves others: what it does in a script, it does as a server. */
const SERVING =
  /^(?:request|resolver|middleware|route|api|endpoint|procedure|webhook|upload|server|proxy|data function|connection handler|message|job|scheduled|consumer|queue event)\b|\((?:language server|discord\.)/i;

/** Who asks others, or has itself asked by its own code alone, serves nobody. */
const OWN = /\b(?:client|p-queue|playwright)\)/i;

export function isServing({ role = '' }: { readonly role?: string | undefined }): boolean {
  return SERVING.test(role) && !OWN.test(role);
}

/** Roles of code that is told of what its own program has asked for or started. */
const ANSWER = /^(?:response handler|client request|child process|worker message|stream event)\b/;

export function isAnswer({ role = '' }: { readonly role?: string | undefined }): boolean {
  return ANSWER.test(role);
}

/** Roles of what is told once of each request that the program makes. */
const RESPONSE = /^(?:response handler|client request)\b/;

export function isResponse({ role = '' }: { readonly role?: string | undefined }): boolean {
  return RESPONSE.test(role);
}

/** Modules whose users serve others: frameworks, queues. */
export function serverModules(catalog: Catalog): ReadonlySet<string> {
  const modules = new Set<string>();
  const add = (path: string): void => {
    const module = moduleOf(catalog, path);
    if (module !== undefined) modules.add(module);
  };
  for (const [path, entries] of catalog.callbacks) if (entries.some(isServing)) add(path);
  for (const [path, entry] of catalog.decorators) if (isServing(entry)) add(path);
  return modules;
}

/** Roles of what is registered while a server is set up. */
const SET_UP = /^(?:request handler|middleware|route|connection handler)/;

/** Whether a call makes a server, lets it listen or gives it handlers, whatever these are. */
export function setsUpServer({ traits }: Unit, { text }: CallFacts, { found }: Targets): boolean {
  if (text.includes('.') && traits.serving.has(lastName(text))) return true;
  return found.some(
    (target) =>
      target.kind === 'api' && target.path.callbacks.some(({ role }) => role !== undefined && SET_UP.test(role)),
  );
}

/** Migrations are run as the program starts, or by a command. */
function isMigration(path: string): boolean {
  // Every function without a known caller is asked: an expression takes ten times as long.
  return path.includes('migration') && MIGRATION.test(path);
}

const MIGRATION = /(?:^|\/)migrations?\//;

/** Whether a function without a known caller is one that is called while the program starts, by what it registers or where it is. */
export function isStarting(node: FunctionNode): boolean {
  return node.out.some((edge) => edge.kind === EdgeKind.Later && isServing(edge)) || isMigration(node.file.path);
}

/** How many calls away what a function sets up may be. */
const MAX_STEPS = 2;

/** Whether the function is called to start something, or sets up a server, itself or in what it calls. */
export function bringsUp(node: FunctionNode): boolean {
  if (node.setsUp || isNamedStart(node) || endsProcess(node)) return true;
  for (const near of around(node, endOf, outOf)) if (near.setsUp) return true;
  return false;
}

/** Whether a function may end the process: itself, in a callback that is a part of its flow, or in a helper that is written around it. */
export function endsProcess(node: FunctionNode): boolean {
  if (node.facts.flags & FunctionFlag.Exits) return true;
  if (!node.out.some(staysInside)) return false;
  const seen = new Set([node]);
  for (const { facts, out } of seen) {
    if (facts.flags & FunctionFlag.Exits) return true;
    for (const edge of out) if (staysInside(edge)) seen.add(edge.to);
  }
  return false;
}

/** Whether what is called is a part of the caller's code. */
function staysInside(edge: Edge): boolean {
  return isPart(edge) && (isLocal(edge) || isWrittenAt(edge));
}

/** Whether it leads to a function that is written in another one, which the caller is in, too. */
function isLocal({ from, to }: Edge): boolean {
  return from.file === to.file && to.facts.parent > MODULE_BODY;
}

const MODULE_BODY = 0;

/** Takes note of what a function leads to, and who leads to it, before its edges are drawn anew. */
export function noteUp(node: FunctionNode): void {
  const steps = stepsUp(node, ({ wasUp, setsUp }) => wasUp?.steps ?? (setsUp ? 0 : NEVER_UP));
  node.wasUp = { steps, callers: steps < NEVER_UP ? [...around(node, startOf, into)] : [] };
}

/** Functions that bring something up, or no longer do, because of another one whose edges were drawn anew. */
export function broughtUpBy(node: FunctionNode): readonly FunctionNode[] {
  const { wasUp } = node;
  node.wasUp = undefined;
  if (!wasUp || wasUp.steps === stepsUp(node, ({ setsUp }) => (setsUp ? 0 : NEVER_UP))) return [];
  return [...wasUp.callers, ...around(node, startOf, into)];
}

const NEVER_UP = MAX_STEPS + 1;

/** How many calls away something is set up; `NEVER_UP` if it is further away, or nowhere. */
function stepsUp(node: FunctionNode, own: (near: FunctionNode) => number): number {
  let least = NEVER_UP;
  for (let steps = 0; steps < least; steps += 1) {
    for (const near of around(node, endOf, outOf, steps)) least = Math.min(least, steps + own(near));
  }
  return least;
}

const startOf = (edge: Edge): FunctionNode => edge.from;
const endOf = (edge: Edge): FunctionNode => edge.to;
const outOf = (node: FunctionNode): readonly Edge[] => node.out;
const into = (node: FunctionNode): readonly Edge[] => node.in;

/** What is a few calls away, functions that are written in a function being a part of it. */
function around(
  node: FunctionNode,
  end: (edge: Edge) => FunctionNode,
  edgesOf: (node: FunctionNode) => readonly Edge[],
  most = MAX_STEPS,
): Iterable<FunctionNode> {
  if (edgesOf(node).length === 0) return [node];
  const found = new Set([node]);
  const steps = [0];
  let index = 0;
  for (const current of found) {
    const step = steps[index++] ?? 0;
    for (const edge of edgesOf(current)) {
      if (!isPart(edge)) continue;
      const near = end(edge);
      if (found.has(near)) continue;
      const next = staysInside(edge) ? step : step + 1;
      if (next > most) continue;
      found.add(near);
      steps.push(next);
    }
  }
  return found;
}

/** Whether what runs is a part of the caller's own flow. */
export function isPart({ kind }: Edge): boolean {
  return kind === EdgeKind.Sync || kind === EdgeKind.Async || kind === EdgeKind.Continuation;
}

export function isNamedStart(node: FunctionNode): boolean {
  return isStartName(lastName(node.facts.name)) || isStartFile(node);
}

/** Files that a framework loads as it starts. Other names of starts may be commands of a chat bot or routes, too. */
const START_FILE = /(?:^|\/)(?:bootstrap|boot|start-?up)\.[^./]+$/i;

/** Whether it is all that a file exports which is called after the start: `bootstrap.js`. */
function isStartFile({ file: { path, unit }, index }: FunctionNode): boolean {
  if (!unit || !START_FILE.test(path)) return false;
  return unit.facts.exports.some((exported) => {
    const id = wholeOf(exported);
    const value = id === undefined ? undefined : valueOf(unit, id);
    return value?.[0] === 'function' && value[1] === index;
  });
}

function wholeOf(exported: ExportFacts): ValueId | undefined {
  if (exported[0] === 'assign') return exported[1];
  return exported[0] === 'named' && exported[1] === 'default' ? exported[2] : undefined;
}

/** Whether the function is registered to serve: a named request handler, say. What blocks in it is told there, not at its callers. */
export function isHandler(node: FunctionNode): boolean {
  return node.in.some((edge) => edge.kind === EdgeKind.Later && !edge.likely && isServing(edge));
}

/**
 * Whether a function of general use is handed over by name, to a timer or to `then`: what blocks in it is told where
 * it is handed over, as if it were called there.
 */
export function isReferral(edge: Edge): boolean {
  if (edge.kind !== EdgeKind.Later && edge.kind !== EdgeKind.Continuation) return false;
  if (edge.call < 0 || edge.to.facts.flags & FunctionFlag.Async || isServing(edge)) return false;
  return !isWrittenAt(edge) && !isWrapped(edge) && !isPartOfLiteral(edge) && !isMethodOfArgument(edge);
}

/** `watch(folder, debounce(() => {}))`: a function that is written as the argument of another call, which gives it back. */
function isWrapped({ from, to }: Edge): boolean {
  return to.file === from.file && to.facts.parent === from.index && to.facts.argumentOf !== undefined;
}

/** A method of an instance that a library is given. */
function isMethodOfArgument({ entry, to }: Edge): boolean {
  return entry?.property !== undefined && to.facts.owner !== undefined;
}

/** Whether the edge leads to a function that is written at that very call: as its argument, or as its callee. */
export function isWrittenAt(edge: Edge): boolean {
  const { from, to, call } = edge;
  if (to.file !== from.file || to.facts.parent !== from.index) return false;
  const { argumentOf } = to.facts;
  if (argumentOf) return argumentOf[0] === call;
  const at = callOf(from, call)?.at;
  return at !== undefined && contains(at, to.facts.body);
}

/** `{ run() {} }`: a function of an object that is written in the same function. */
function isPartOfLiteral({ from, to }: Edge): boolean {
  const { flags, owner, parent } = to.facts;
  return from.file === to.file && parent === from.index && owner === undefined && (flags & FunctionFlag.Method) !== 0;
}

function contains(outer: Range, inner: Range): boolean {
  const startsBefore = outer[0] < inner[0] || (outer[0] === inner[0] && outer[1] <= inner[1]);
  return startsBefore && (outer[2] > inner[2] || (outer[2] === inner[2] && outer[3] >= inner[3]));
}
