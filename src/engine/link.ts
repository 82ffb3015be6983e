import { CallFlag, FunctionFlag, type CallFacts, type ValueId } from '../model/facts.ts';
import { costOf } from '../catalog/evaluate.ts';
import type { CallbackEntry, CompiledApi } from '../catalog/types.ts';
import { ruleIds } from '../model/finding.ts';
import { argumentsOf, takes, unknownArguments } from './arguments.ts';
import type { ApiPath } from './api-paths.ts';
import type { Atom, Result } from './atoms.ts';
import {
  applies,
  argumentRuns,
  compose,
  knowsCallbacks,
  Runs,
  runsElsewhere,
  runsOf,
  UNKNOWN_RUNS,
  type ArgumentRuns,
} from './callback-runs.ts';
import { heldBy, isClosure } from './closures.ts';
import { callMethod, consult, moduleValue, resultOf, type Evaluation } from './evaluation.ts';
import { followed } from './followed.ts';
import { gettersOf } from './members.ts';
import { addEdge, addHit, refineCall } from './graph.ts';
import { heldAt, MAX_NESTING } from './properties.ts';
import { setsUpServer } from './registrations.ts';
import { added, EdgeKind, functionAtom, type FunctionNode } from './nodes.ts';
import { targetsOf, type Targets } from './targets.ts';
import { misplacedIn } from './threads.ts';
import { tagOf, valueOf, writtenAt, type Unit } from './unit.ts';

interface CallSite {
  readonly evaluation: Evaluation;
  readonly unit: Unit;
  readonly node: FunctionNode;
  readonly call: CallFacts;
  readonly index: number;
}

const SKIPPED = CallFlag.OffLoop | CallFlag.BeforeExit;

/** The first pass over a file's calls: the edges that need no knowledge of call sites, which are themselves call sites. */
export function linkSites(evaluation: Evaluation, unit: Unit): void {
  for (const node of unit.functions) {
    const { calls } = node.facts;
    for (let index = 0; index < calls.length; index++) {
      const call = calls[index];
      if (call && call.flags & CallFlag.Read) {
        linkRead({ evaluation, unit, node, call, index });
        continue;
      }
      const callee = call && evaluation.evaluate(unit, call.callee);
      if (!callee || callee.atoms.length === 0) continue;
      const site = { evaluation, unit, node, call, index };
      const targets = targetsOf(evaluation, unit, callee);
      addCallEdges(site, targets, addEdge, true);
      for (const target of targets.found) if (target.kind === 'api') addTypings(site, target.path);
    }
  }
}

/** An attribute that is read. */
function linkRead(site: CallSite): void {
  const { evaluation, unit, call, node: from, index } = site;
  const value = valueOf(unit, call.callee);
  if (value[0] !== 'member') return;
  const { atoms, open } = evaluation.evaluate(unit, value[1]);
  for (const atom of atoms) {
    for (const to of gettersOf(evaluation, unit, atom, value[2])) {
      const likely = open || atoms.length > 1;
      addEdge({ from, to, call: index, kind: kindOf(site, to), likely, isSite: false, isCall: true });
    }
  }
}

function addCallEdges(site: CallSite, { found, likely }: Targets, add: typeof addEdge, isSite: boolean): void {
  const { node: from, index: call } = site;
  for (const target of found) {
    if (target.kind === 'function' && !(likely && isMisguess(site, target.node))) {
      add({ from, to: target.node, call, kind: kindOf(site, target.node), likely, isSite, isCall: true });
      for (const to of isSite ? wrappersOf(site, target.node) : []) {
        addEdge({ from, to, call, kind: kindOf(site, to), likely, isSite: false });
      }
    }
  }
}

/** Whether code would wait for a function that gives nothing to wait for: of several that may be meant, it is another one. */
function isMisguess({ unit, call }: CallSite, { facts }: FunctionNode): boolean {
  if (unit.traits.waitingCode.waitsForAll || facts.flags & FunctionFlag.Async) return false;
  return (call.flags & CallFlag.Awaited) !== 0;
}

/** What decorators of the project put around a function: a call of it runs them, too. */
function wrappersOf({ evaluation, unit }: CallSite, { file, facts }: FunctionNode): FunctionNode[] {
  const owner = facts.decorators.length > 0 ? file.unit : undefined;
  if (!owner) return [];
  return facts.decorators.flatMap((id) =>
    evaluation.evaluateFor(unit, owner, id).atoms.flatMap((atom) => {
      const made = MAKES_WRAPPERS.has(atom.kind) ? resultOf(evaluation, unit, atom).atoms : [];
      return made.flatMap((wrapper) => {
        const node = wrapper.kind === 'instance' ? callMethod(evaluation, unit, wrapper.of) : nodeOf(wrapper);
        return node ? [node] : [];
      });
    }),
  );
}

/** Functions and classes of the project, and instances that can be called. */
const MAKES_WRAPPERS = new Set<Atom['kind']>(['function', 'class', 'instance']);

function nodeOf(atom: Atom): FunctionNode | undefined {
  return atom.kind === 'function' ? atom.node : undefined;
}

function kindOf(site: CallSite, to: FunctionNode): EdgeKind {
  if (site.call.flags & SKIPPED || isWrapped(site, to)) return EdgeKind.Off;
  // Nothing of it runs before somebody else goes through it.
  if (site.call.flags & CallFlag.HandedOver && to.facts.flags & FunctionFlag.Generator) return EdgeKind.Unknown;
  return to.facts.flags & FunctionFlag.Async ? EdgeKind.Async : EdgeKind.Sync;
}

/** Whether a decorator makes it run in a thread, whoever calls it. */
function isWrapped({ evaluation, unit }: CallSite, { file, facts }: FunctionNode): boolean {
  const owner = facts.decorators.length > 0 && !(facts.flags & FunctionFlag.Async) ? file.unit : undefined;
  if (!owner) return false;
  return facts.decorators.some((id) =>
    evaluation
      .evaluateFor(unit, owner, id)
      .atoms.some((atom) =>
        atom.kind === 'function'
          ? runsElsewhere(evaluation, unit, atom.node)
          : atom.kind === 'api' && evaluation.catalog.decorators.get(atom.path.path)?.runs === 'offload',
      ),
  );
}

/** Functions that an API is handed, by name or as a property, and whose parameters it types. */
function addTypings(site: CallSite, { callbacks }: ApiPath): void {
  const { evaluation, unit, call } = site;
  for (const entry of callbacks) {
    if (!entry.params) continue;
    if (entry.property !== undefined) {
      for (const result of handedAt(site, entry, entry.property)) addTyping(site, entry, result);
      continue;
    }
    call.args.forEach((id, argument) => {
      if (takes(entry, call, argument)) addTyping(site, entry, evaluation.evaluate(unit, id));
    });
  }
}

function addTyping({ unit, node: from }: CallSite, entry: CallbackEntry, { atoms }: Result): void {
  for (const atom of atoms) {
    if (atom.kind !== 'function') continue;
    atom.node.typings = added(atom.node.typings, { from, entry });
    (unit.typed ??= new Set()).add(atom.node);
  }
}

/** The second pass, with what call sites tell: the rest of the edges, and the blocking operations. */
export function linkCalls(evaluation: Evaluation, unit: Unit): void {
  for (const node of unit.functions) {
    const { calls, operations, flags } = node.facts;
    for (let index = 0; index < calls.length; index++) {
      const call = calls[index];
      if (call && !(call.flags & CallFlag.Read)) linkCall({ evaluation, unit, node, call, index });
    }
    operations.forEach((operation, index) => {
      if (operation.flags & SKIPPED) return;
      const rule = ruleIds.indexOf('blocking-sleep');
      addHit({ node, call: -1, operation: index, api: undefined, rule, cost: 'large', likely: false });
    });
    if (flags & FunctionFlag.DeclaredBlocking) {
      addHit({ node, call: -1, operation: -1, api: undefined, rule: 0, cost: 'medium', likely: false });
    }
  }
}

function linkCall(site: CallSite): void {
  const { evaluation, unit, call } = site;
  const callee = followed(site, site.call.callee);
  if (callee.atoms.length === 0 && call.args.length === 0) return;
  const targets = targetsOf(evaluation, unit, callee);
  if (callee !== evaluation.base.evaluate(unit, call.callee) || callee.atoms.some(isModule))
    addCallEdges(site, targets, refineCall, false);
  if (callee.atoms.some(isClosure)) linkHeld(site, call.callee, CALLED);
  if (setsUpServer(unit, call, targets)) site.node.setsUp = true;
  for (const target of targets.found) {
    if (target.kind !== 'api' || call.flags & SKIPPED) continue;
    const { api } = target.path;
    if (api) linkApi(site, api, argumentsOf(evaluation, unit, call), targets.likely);
  }
  if (call.args.length === 0) return;
  const isKnown = (call.flags & SKIPPED) !== 0 || knowsCallbacks(evaluation, unit, call, targets);
  if (!isKnown) return linkUnknown(site);
  for (let argument = 0; argument < call.args.length; argument++) linkArgument(site, targets, argument);
  linkProperties(site, targets);
}

const CALLED: ArgumentRuns = { runs: Runs.Now, entry: undefined, isGuess: false };

/** What a closure runs that was made with functions (`const load = withRetry(read)`), if it comes to run like that. */
function linkHeld(site: CallSite, id: ValueId, how: ArgumentRuns): void {
  const { evaluation, unit, call } = site;
  if (call.flags & SKIPPED) return;
  const held = heldBy({ evaluation, unit }, unit, id);
  for (const each of held) connectResult(site, each.result, compose(how, each.how), how.isGuess);
}

/** What a module is as a whole may hang on call sites of its own: `module.exports = withHelpers(serve)`. */
function isModule({ kind }: Atom): boolean {
  return kind === 'namespace';
}

function linkApi(
  { node, index, unit, call }: CallSite,
  api: CompiledApi,
  args: Parameters<typeof costOf>[1],
  likely: boolean,
): void {
  if (api.entry.work === 'file' && call.flags & CallFlag.InMemory) return;
  if (api.entry.overWait && !(call.flags & CallFlag.OverWait)) return;
  const cost = costOf(api.entry, args);
  if (cost === 'none' || (api.entry.unless && usesAny(unit, api.entry.unless))) return;
  addHit({ node, call: index, operation: -1, api, rule: ruleIds.indexOf(api.entry.rule), cost, likely });
}

/** Whether the file imports one of these, uses a member of that name, or writes it down as a text. */
function usesAny({ facts: { imports, values } }: Unit, names: readonly string[]): boolean {
  if (names.some((name) => imports.includes(name))) return true;
  for (let id = 0; id < values.length; id++) {
    const value = values.at(id);
    if (value?.[0] === 'member' && names.includes(value[2])) return true;
    if (value?.[0] === 'literal' && typeof value[1] === 'string' && names.includes(value[1])) return true;
  }
  return false;
}

/** Values that cannot be, or hold, a function. */
const PLAIN = new Set(['literal', 'unknown', 'class', 'object', 'regex']);

function linkArgument(site: CallSite, targets: Targets, argument: number): void {
  const { evaluation, unit, call } = site;
  const id = call.args[argument];
  if (id === undefined || PLAIN.has(tagOf(unit, id))) return;
  const how = argumentRuns(evaluation, unit, call, targets, argument);
  if (how.runs === Runs.Unknown) return linkUnknown(site, argument);
  const result = followed(site, id);
  connectResult(site, result, how, targets.likely || how.isGuess);
  if (result.atoms.some(isClosure)) linkHeld(site, id, how);
  if ((how.runs & Runs.Later) === 0) return;
  const value = valueOf(unit, id);
  if (value[0] === 'result') linkWrapped(site, value[1], how);
}

/** A function that has a name may have other callers; one that is written there is only handed over. */
function linkUnknown(site: CallSite, argument?: number): void {
  for (const fn of writtenAt(site.unit, site.node.index, site.index)) {
    if (argument !== undefined && fn.facts.argumentOf?.[1] !== argument) continue;
    connect(site, functionAtom(fn), UNKNOWN_RUNS, false);
  }
}

function connectResult(site: CallSite, result: Result, how: ArgumentRuns, likely: boolean, depth = 0): void {
  const isOne = result.atoms.length === 1 && !result.open;
  for (const atom of result.atoms) connect(site, atom, how, likely || !isOne, depth);
}

/** Draws the edges to a function that the call is handed. */
function connect(site: CallSite, atom: Atom, how: ArgumentRuns, likely: boolean, depth = 0): void {
  const { evaluation, unit, node: from, index: call } = site;
  if (how.runs === Runs.Off && !likely) linkThread(site, how, atom);
  if (atom.kind === 'function') {
    const isThreaded = how.entry?.sync === 'offload' && !(atom.node.facts.flags & FunctionFlag.Async);
    for (const kind of isThreaded ? [EdgeKind.Off] : kindsOf(how, atom.node)) {
      const role = how.entry?.role;
      addEdge({ from, to: atom.node, call, kind, likely, isSite: false, entry: how.entry, role });
    }
  } else if (atom.kind === 'array') {
    const owner = atom.file.unit;
    const value = owner && depth < MAX_NESTING ? valueOf(owner, atom.index) : undefined;
    if (value?.[0] !== 'array' || !owner) return;
    for (const element of value[1]) {
      connectResult(site, evaluation.evaluateFor(unit, owner, element), how, likely, depth + 1);
    }
  } else if (atom.kind === 'namespace' && how.runs === Runs.Off && how.entry) {
    // The file is run by a worker.
    consult(evaluation, unit, atom.file);
    const body = atom.file.unit?.functions[0];
    if (body) addEdge({ from, to: body, call, kind: EdgeKind.Off, likely, isSite: false, entry: how.entry });
  } else if (atom.kind === 'namespace') {
    // `app.use(require('./auth'))`: the module is what was assigned to `module.exports`.
    const whole = moduleValue(evaluation, unit, atom.file).atoms.filter(({ kind }) => kind !== 'namespace');
    for (const part of depth < MAX_NESTING ? whole : [])
      connect(site, part, how, likely || whole.length > 1, depth + 1);
  } else if (atom.kind === 'api' && how.runs & (Runs.Now | Runs.Continuation)) {
    if (atom.path.api) linkApi(site, atom.path.api, unknownArguments, likely);
  }
}

/** A thread may stop the loop as well, and a process may be of no use. */
function linkThread({ evaluation, unit, node, call, index }: CallSite, { entry }: ArgumentRuns, atom: Atom): void {
  const found = misplacedIn(evaluation, unit, call, entry, atom);
  if (!found) return;
  const rule = ruleIds.indexOf(found.rule);
  addHit({ node, call: index, operation: -1, api: found.api, rule, cost: 'small', likely: false });
}

function kindsOf({ runs }: ArgumentRuns, node: FunctionNode): EdgeKind[] {
  const kinds: EdgeKind[] = [];
  // Where it may run later, it runs at once only in a corner (`if (!id) return callback(error)`), and is told by itself.
  if (runs & Runs.Now && !(runs & (Runs.Later | Runs.Continuation)))
    kinds.push(node.facts.flags & FunctionFlag.Async ? EdgeKind.Async : EdgeKind.Sync);
  if (runs & Runs.Continuation) kinds.push(EdgeKind.Continuation);
  if (runs & Runs.Later) kinds.push(EdgeKind.Later);
  if (runs === Runs.Off) kinds.push(EdgeKind.Off);
  if (runs === Runs.Unknown) kinds.push(EdgeKind.Unknown);
  return kinds;
}

/** `register(wrap(handler))`: what is handed to an unknown wrapper is taken to be what the wrapper hands on. */
function linkWrapped(site: CallSite, wrapper: ValueId, how: ArgumentRuns): void {
  const { evaluation, unit } = site;
  for (const call of site.node.facts.calls) {
    if (call.callee !== wrapper) continue;
    const targets = targetsOf(evaluation, unit, followed(site, wrapper));
    call.args.forEach((id, argument) => {
      const value = valueOf(unit, id);
      const fn = value[0] === 'function' ? unit.functions[value[1]] : undefined;
      // `names.map(load)` runs it: what comes of that is something else.
      if (fn && argumentRuns(evaluation, unit, call, targets, argument).runs !== Runs.Now)
        connect(site, functionAtom(fn), { ...how, runs: Runs.Later }, how.isGuess);
    });
  }
}

/** Functions that are properties of an argument: `createServer({ fetch(request) {} })`. */
function linkProperties(site: CallSite, targets: Targets): void {
  for (const target of targets.found) {
    if (target.kind !== 'api') continue;
    for (const entry of target.path.callbacks) {
      if (entry.property === undefined || !applies(site.evaluation, site.unit, site.call, entry)) continue;
      const how = { runs: runsOf(entry), entry, isGuess: false };
      for (const result of handedAt(site, entry, entry.property)) connectResult(site, result, how, false);
    }
  }
}

/** What the arguments hold that an entry speaks of. */
function* handedAt({ evaluation, unit, call }: CallSite, entry: CallbackEntry, property: string): Generator<Result> {
  const path = property === '*' ? [] : property.split('.');
  for (const [argument, id] of call.args.entries()) {
    if (!takes(entry, call, argument)) continue;
    for (const atom of evaluation.evaluate(unit, id).atoms) yield* heldAt(evaluation, unit, atom, path);
  }
}
