import { CallFlag, type ValueId } from '../model/facts.ts';
import { argumentFor } from './arguments.ts';
import type { Atom, Result } from './atoms.ts';
import { consult, type Evaluation } from './evaluation.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from './nodes.ts';
import { Reach } from './reach.ts';
import { isServing } from './registrations.ts';
import { rootNames } from './roots.ts';
import { valueOf, type Unit } from './unit.ts';
import type { WorkSize } from './work-terms.ts';

/**
 * Where data comes from, which tells how much of it there may be. `outside`: a request, a file, a database. `waited`: something
 * else that is waited for, mostly a part of what is stored. `given`: what
 * an entry is called with, by callers that are not known. `plain`: other data that nothing is known of. `chosen`: a number that a request names. `small`: few, by its name.
 */
export type Origin = 'known' | 'outside' | 'waited' | 'given' | 'plain' | 'chosen' | 'small';

export interface Guess {
  readonly origin: Origin;
  /** Set for what is known. */
  readonly amount?: number;
}

const OUTSIDE: Guess = { origin: 'outside' };
const WAITED: Guess = { origin: 'waited' };
const GIVEN: Guess = { origin: 'given' };
const PLAIN: Guess = { origin: 'plain' };
const CHOSEN: Guess = { origin: 'chosen' };
const SMALL: Guess = { origin: 'small' };

/** Collections that people name so hold few items, and numbers are small. */
const FEW_OF =
  /facet|group|option|schema|meta|config|setting|plugin|extension|locale|permission|polic(?:y|ies)|relation|network/i;
const FEW =
  /(?:^|[._])(?:\w*(?:columns?|fields?|headers?|keys|props|propert(?:y|ies)|options?|params?|args|arguments|argv|tags|roles|permissions|scopes|plugins?|middlewares?|hooks|extensions?|locales?|languages?|currencies|types|kinds|levels?|days|months|weeks|years|hours|steps|stages|tabs|attributes?|attrs|class(?:es|names)|segments|flags|axes|dimensions?|channels|variants|retries|attempts|routes|rules|patterns|filters|sorts?|parameters|dependencies|deps|modules|providers|services|listeners|handlers|observers|subscribers|workers|threads|shards|partitions|environments|configs?|settings|methods|formats|suffixes|prefixes|separators|delimiters|cells|cols|colors|colours|env|depth|limit|page(?:Size)?|pages|concurrency|parallel|batch(?:Size)?|chunk(?:Size)?|targets|platforms|directories|dirs|schemas?|definitions|enums?|choices|domains|origins|hosts|collections|groups|nodes|children|topics|products|labels|webhooks|registries|aliases|categories|statuses|states|countries|regions|zones|editions|themes|facets|translations|ancestors|offers|cadences|files|ports|units|digits|tables|views|databases|queues|buckets|dashboards|widgets|menus|screens|forms|sections|panels|layouts|layers|templates))$/i;

/** Parts of a request that cannot be long. */
const SHORT_PARTS = new Set([
  'query',
  'params',
  'headers',
  'cookies',
  'session',
  'user',
  'url',
  'path',
  'state',
  'auth',
]);

const MAX_DEPTH = 4;

/** Who asks how much data there is. */
interface Asking {
  readonly evaluation: Evaluation;
  readonly entry: FunctionNode;
  /** How many calls and parameters it was followed through. */
  readonly depth: number;
}

/** How much data there may be, for a function that runs as an entry. */
export function guessOf(evaluation: Evaluation, entry: FunctionNode, size: WorkSize): Guess {
  return guess({ evaluation, entry, depth: 0 }, size);
}

function guess(asking: Asking, size: WorkSize): Guess {
  const { evaluation, entry, depth } = asking;
  const asker = entry.file.unit;
  const { unit } = size.file;
  if (!asker || !unit || depth > MAX_DEPTH) return PLAIN;
  const known = knownAmount(evaluation, asker, unit, size);
  if (known !== undefined) return { origin: 'known', amount: known };
  if (depth === 0 && (isFew(size) || unit.traits.fewText?.test(size.text))) return SMALL;
  const root = valueOf(unit, size.root);
  switch (root[0]) {
    case 'param':
      return paramGuess(asking, unit.functions[root[1]], root[2], size);
    case 'result':
      return resultGuess(asking, size, root[1]);
    case 'union':
      return root[1].map((part) => guess(deeper(asking), { ...size, root: part })).find(isOutside) ?? PLAIN;
    case 'global':
    case 'import':
      return isFewByOrigin(unit, size) ? SMALL : PLAIN;
    default:
      return PLAIN;
  }
}

function deeper(asking: Asking): Asking {
  return { ...asking, depth: asking.depth + 1 };
}

function isOutside({ origin }: Guess): boolean {
  return origin === 'outside' || origin === 'waited' || origin === 'chosen';
}

function isFewByOrigin(unit: Unit, { root, path: [first = ''] }: WorkSize): boolean {
  return rootNames(unit, { id: root, first }).some((name) => unit.traits.few.has(name));
}

/** What somebody has written down, whatever it is. */
const CONFIGURED = /(?:^|[._])(?:config|configuration|settings|options|opts)\./i;

function isFew({ text, path }: WorkSize): boolean {
  return CONFIGURED.test(text) || FEW.test(text) || FEW.test(path.at(-1) ?? '') || FEW_OF.test(text);
}

/** What the source shows of it: a number, or a list that is written down. */
function knownAmount(
  evaluation: Evaluation,
  asker: Unit,
  unit: Unit,
  { kind, root, path }: WorkSize,
): number | undefined {
  let result: Result | undefined = evaluation.evaluateFor(asker, unit, root);
  for (const name of path) result = result && memberValue(evaluation, asker, result, name);
  if (!result || result.open || result.atoms.length === 0) return undefined;
  const amounts = result.atoms.map((atom) => amountOf(atom, kind));
  return amounts.some((amount) => amount === undefined) ? undefined : Math.max(...(amounts as number[]));
}

function memberValue(evaluation: Evaluation, asker: Unit, of: Result, name: string): Result | undefined {
  const [atom] = of.atoms;
  if (atom?.kind !== 'object' || of.atoms.length > 1) return undefined;
  const { unit } = atom.file;
  const property = unit?.facts.objects[atom.index]?.properties.find(([key]) => key === name);
  return unit && property ? evaluation.evaluateFor(asker, unit, property[1]) : undefined;
}

/** An empty list is one that gets its items later. */
function amountOf(atom: Atom, kind: WorkSize['kind']): number | undefined {
  if (atom.kind === 'literal') {
    if (kind === 'number') return typeof atom.value === 'number' ? atom.value : undefined;
    return typeof atom.value === 'string' ? atom.value.length : undefined;
  }
  if (kind === 'number' || (atom.kind !== 'array' && atom.kind !== 'object')) return undefined;
  const { unit } = atom.file;
  if (!unit) return undefined;
  if (atom.kind === 'object') {
    const facts = unit.facts.objects[atom.index];
    return facts?.spreads.length === 0 && facts.properties.length > 0 ? facts.properties.length : undefined;
  }
  const value = valueOf(unit, atom.index);
  if (value[0] !== 'array' || value[1].length === 0) return undefined;
  // What is spread into a list counts for more than one.
  return value[1].every((element) => valueOf(unit, element)[0] !== 'unknown') ? value[1].length : undefined;
}

/** Parts of a request that may be long. */
const LONG_PARTS = /^(?:body|rawBody|payload|records|files)$/i;

function paramGuess(asking: Asking, node: FunctionNode | undefined, position: number, size: WorkSize): Guess {
  if (!node) return PLAIN;
  const { path } = size;
  const events = node.in.filter((edge) => edge.kind === EdgeKind.Later);
  const reaction = events.length === 0 && position === 0 ? node.in.find(isContinuation) : undefined;
  if (reaction) return reactionGuess(asking, node, reaction, size);
  if (events.length > 0) return events.every(isServing) ? servedGuess(events, size) : PLAIN;
  if (path.some((name) => SHORT_PARTS.has(name))) return SMALL;
  const sites = node.in.filter((edge) => edge.from !== node && edge.isSite);
  const isGiven = node === asking.entry && (node.reach & Reach.External) !== 0 && node.in.every(isUnknownCall);
  // What hangs on an object, and a list of ids, is what somebody chose: a few, mostly.
  if (sites.length === 0) return isGiven && path.length === 0 && !/ids$/i.test(size.text) ? GIVEN : PLAIN;
  return sites.length > MAX_SITES ? PLAIN : passedGuess(asking, sites, position, size);
}

function isContinuation({ kind }: Edge): boolean {
  return kind === EdgeKind.Continuation;
}

/** What a promise comes to: what made it says so, or whom it was asked of. */
function reactionGuess(asking: Asking, node: FunctionNode, reaction: Edge, size: WorkSize): Guess {
  const promise = node.facts.params[0];
  const { unit } = node.file;
  if (unit && typeof promise === 'number') {
    const [root, path] = rootOf(unit, promise);
    const made = guess(deeper(asking), { ...size, file: node.file, root, path: [...path, ...size.path] });
    if (made.origin === 'outside' || made.origin === 'waited') return made;
  }
  return isOfLibrary(reaction) ? OUTSIDE : WAITED;
}

/** `query().then((rows) => …)`, where a library is asked. */
function isOfLibrary({ from, call }: Edge): boolean {
  const { unit } = from.file;
  const callee = callOf(from, call)?.callee;
  if (!unit || callee === undefined) return false;
  const [root] = rootOf(unit, callee);
  const value = valueOf(unit, root);
  return value[0] === 'result' && isLibrary(unit, value[1]);
}

function isUnknownCall({ kind, from, to }: Edge): boolean {
  return kind === EdgeKind.Unknown || from === to;
}

/** What a request or a message brings. */
function servedGuess(events: readonly Edge[], { kind, path }: WorkSize): Guess {
  if (path.some((name) => LONG_PARTS.test(name))) return kind === 'number' ? CHOSEN : OUTSIDE;
  if (path.some((name) => SHORT_PARTS.has(name))) return kind === 'number' ? CHOSEN : SMALL;
  return events.some(({ role = '' }) => /request|middleware|route/i.test(role)) ? PLAIN : OUTSIDE;
}

/** As many call sites are looked at. */
const MAX_SITES = 8;

/** What callers pass: data from outside, if one of them does. */
function passedGuess(asking: Asking, sites: readonly Edge[], position: number, size: WorkSize): Guess {
  const { evaluation, entry } = asking;
  for (const edge of sites) {
    const { file } = edge.from;
    const call = callOf(edge.from, edge.call);
    const value = call && argumentFor(call, edge.to, position);
    if (value === undefined || !file.unit || !entry.file.unit) continue;
    consult(evaluation, entry.file.unit, file);
    const [root, path] = rootOf(file.unit, value);
    const passed = guess(deeper(asking), { ...size, file, root, path: [...path, ...size.path] });
    if (isOutside(passed)) return passed;
  }
  return PLAIN;
}

/** The start of a chain of members, and their names. */
export function rootOf(unit: Unit, id: ValueId): [root: ValueId, path: string[]] {
  const path: string[] = [];
  let root = id;
  for (let value = valueOf(unit, root); value[0] === 'member'; value = valueOf(unit, root)) {
    path.unshift(value[2]);
    root = value[1];
  }
  return [root, path];
}

/** What a call returns: what the callee says of it; what had to be waited for comes from outside. */
function resultGuess(asking: Asking, size: WorkSize, callee: ValueId): Guess {
  const { evaluation, entry } = asking;
  const asker = entry.file.unit;
  const { unit } = size.file;
  if (!asker || !unit) return PLAIN;
  const { atoms } = evaluation.evaluateFor(asker, unit, callee);
  for (const atom of atoms) {
    if (atom.kind === 'function') return returnedGuess(asking, size, atom.node);
    if (atom.kind === 'api' && atom.path.wait?.work === 'network') return WHOLE.test(atom.path.path) ? OUTSIDE : WAITED;
    if (atom.kind === 'api' && atom.path.api?.entry.rule === 'blocking-io') {
      // Folders hold few files.
      return /readdir|glob|list/i.test(atom.path.path) ? PLAIN : OUTSIDE;
    }
  }
  const reaction = reactionOf(unit, callee);
  if (reaction) return returnedGuess(asking, size, reaction);
  if (isAwaited(unit, callee)) return isLibrary(unit, callee) || isBody(unit, callee) ? OUTSIDE : WAITED;
  const value = valueOf(unit, callee);
  // What a method of data returns is about as long as the data, if it is more than one item.
  return value[0] === 'member' && value[2] !== unit.traits.item ? ofOwner(asking, size, value[1], value[2]) : PLAIN;
}

/** A whole file, whereas services answer by pages. */
const WHOLE = /\.(?:text|arrayBuffer|body)$/;

/** `promise.then(f)`: the function that says what comes of it. */
function reactionOf(unit: Unit, callee: ValueId): FunctionNode | undefined {
  const value = valueOf(unit, callee);
  if (value[0] !== 'member' || !unit.traits.reactions.has(value[2])) return undefined;
  return unit.functions.find(({ facts }) => {
    const call = facts.argumentOf?.[1] === 0 && unit.facts.functions[facts.parent]?.calls[facts.argumentOf[0]];
    return call && call.callee === callee;
  });
}

function isLibrary(unit: Unit, callee: ValueId): boolean {
  return valueOf(unit, rootOf(unit, callee)[0])[0] === 'import';
}

/** `await request.json()`: what a request or a message brings, whether the source names its type or not. */
function isBody(unit: Unit, callee: ValueId): boolean {
  const [id, path] = rootOf(unit, callee);
  if (!/^(?:json|text|body|formData|form|post|read)$/i.test(path.at(-1) ?? '')) return false;
  const root = valueOf(unit, id);
  if (root[0] === 'instance') return isLibrary(unit, root[1]);
  return root[0] === 'param' && unit.functions[root[1]]?.in.some(isServing) === true;
}

function ofOwner(asking: Asking, size: WorkSize, owner: ValueId, method: string): Guess {
  const { unit } = size.file;
  if (!unit) return PLAIN;
  const [root, path] = rootOf(unit, owner);
  const kind = valueOf(unit, root)[0];
  if (kind !== 'param' && kind !== 'result') return PLAIN;
  // Who is asked for something need not be as large as the answer: `request.list('ids')`.
  if (kind === 'param' && path.length === 0 && unit.traits.wholes?.has(method) === false) return PLAIN;
  const owned = guess(deeper(asking), { ...size, root, path });
  return owned.origin === 'known' ? PLAIN : owned;
}

function returnedGuess(asking: Asking, size: WorkSize, node: FunctionNode): Guess {
  for (const root of node.facts.returns) {
    const returned = guess(deeper(asking), { ...size, file: node.file, root });
    if (returned.origin !== 'plain') return returned;
  }
  return PLAIN;
}

const awaited = new WeakMap<Unit, Set<ValueId>>();

function isAwaited(unit: Unit, callee: ValueId): boolean {
  let callees = awaited.get(unit);
  if (!callees) {
    awaited.set(unit, (callees = new Set()));
    for (const { calls } of unit.facts.functions) {
      for (const call of calls) if (call.flags & CallFlag.Awaited) callees.add(call.callee);
    }
  }
  return callees.has(callee);
}
