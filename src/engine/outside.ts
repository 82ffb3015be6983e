import type { InputEntry } from '../catalog/types.ts';
import type { CallFacts, PropertyFacts, Value, ValueId } from '../model/facts.ts';
import { argumentFor } from './arguments.ts';
import type { Atom } from './atoms.ts';
import { consult, type Evaluation } from './evaluation.ts';
import { inputsOfParameter, inputsOfValue, isOneLine, leadsTo } from './inputs.ts';
import { callOf, EdgeKind, type Edge, type FileNode, type FunctionNode } from './nodes.ts';
import { isWrittenAt } from './registrations.ts';
import { assignmentsTo, propertyValues, valueOf, type Unit } from './unit.ts';

/** A text that comes from outside, and the calls that hand it on. */
export interface Inflow {
  readonly input: InputEntry;
  /** The function that gets it. */
  readonly node: FunctionNode;
  readonly likely: boolean;
  /** It has no line breaks. */
  readonly isOneLine: boolean;
  /** From there to the function that uses it. */
  readonly calls: readonly Edge[];
}

/** All that an answer hangs on. */
export interface Visited {
  readonly functions: Set<FunctionNode>;
  readonly files: Set<FileNode>;
}

interface Search {
  readonly evaluation: Evaluation;
  readonly visited: Visited;
  readonly seen: Set<string>;
  readonly found: Inflow[];
}

/** Where the search stands: a value of `unit`, as the function `fn` sees it. */
interface Place {
  readonly unit: Unit;
  readonly fn: number;
  /** What is read of the value: `['body', 'name']`. */
  readonly rest: readonly string[];
  readonly calls: readonly Edge[];
  readonly likely: boolean;
  /** The call whose result is being followed into the function that it calls. */
  readonly inside: Inside | undefined;
}

interface Inside {
  readonly node: FunctionNode;
  readonly call: CallFacts;
  readonly from: Place;
}

const MAX_STEPS = 400;
const MAX_FOUND = 8;
const MAX_CALLS = 8;
const MAX_REST = 12;
/** A function that is called from more places takes all sorts of texts. */
const MAX_SITES = 24;

/** The ways by which texts from outside come to be one of the values, as `node` sees them, without a limit of their length. */
export function inflowsOf(
  evaluation: Evaluation,
  node: FunctionNode,
  values: readonly ValueId[],
): { readonly inflows: readonly Inflow[]; readonly visited: Visited } {
  const visited: Visited = { functions: new Set([node]), files: new Set([node.file]) };
  const search: Search = { evaluation, visited, seen: new Set(), found: [] };
  const { unit } = node.file;
  if (!unit || node.index < 0) return { inflows: [], visited };
  const place: Place = { unit, fn: node.index, rest: [], calls: [], likely: false, inside: undefined };
  for (const id of values) visit(search, { ...place, likely: values.length > 1 }, id);
  return { inflows: search.found, visited };
}

function visit(search: Search, place: Place, id: ValueId): void {
  const { unit, fn, rest } = place;
  const key = `${unit.file.id} ${fn} ${id} ${rest.join('.')} ${place.calls.length} ${place.inside?.node.key ?? ''}`;
  if (search.seen.has(key) || search.seen.size > MAX_STEPS || search.found.length >= MAX_FOUND) return;
  search.seen.add(key);
  if (rest.length > MAX_REST || isBounded(unit, fn, id)) return;
  const value = valueOf(unit, id);
  const inputs = inputsOfValue(search.evaluation.catalog, unit, id);
  const own = unit.functions[fn];
  for (const input of inputs) if (own && leadsTo(input, rest)) add(search, place, input, own, false);
  follow(search, place, id, value);
}

function follow(search: Search, place: Place, id: ValueId, value: Value): void {
  const { unit, rest } = place;
  switch (value[0]) {
    case 'union':
      for (const part of value[1]) visit(search, { ...place, likely: true }, part);
      break;
    case 'member':
      if (!unit.traits.short.has(value[2])) visit(search, { ...place, rest: [value[2], ...rest] }, value[1]);
      break;
    case 'result':
      if (!followReturns(search, place, value[1])) visit(search, place, value[1]);
      break;
    case 'instance':
      followField(search, place, id);
      break;
    case 'object':
      followProperty(search, place, unit.facts.objects[value[1]]?.properties ?? []);
      break;
    case 'array':
      for (const element of value[1]) visit(search, { ...place, likely: true }, element);
      break;
    case 'param':
      followParameter(search, place, value[1], value[2]);
      break;
    default:
  }
}

function followProperty(search: Search, place: Place, properties: readonly PropertyFacts[]): void {
  const [name, ...rest] = place.rest;
  if (name === undefined) return;
  for (const part of propertyValues(place.unit, properties, name)) visit(search, { ...place, rest }, part);
}

/** A field of an object that the file makes or of `this`: what is assigned to it. */
function followField(search: Search, place: Place, id: ValueId): void {
  for (const atom of search.evaluation.evaluate(place.unit, id).atoms) {
    const fields = atom.kind === 'instance' ? fieldsOf(atom.of) : undefined;
    if (!fields) continue;
    const { unit, members } = fields;
    search.visited.files.add(unit.file);
    consult(search.evaluation, place.unit, unit.file);
    followProperty(search, { ...place, unit, fn: 0, likely: true }, members);
  }
}

function fieldsOf(atom: Atom): { readonly unit: Unit; readonly members: readonly PropertyFacts[] } | undefined {
  if (atom.kind === 'class') {
    const { unit } = atom.file;
    const members = unit?.facts.classes[atom.index]?.members;
    return unit && members && { unit, members };
  }
  if (atom.kind !== 'function' || !atom.node.file.unit) return undefined;
  const { unit } = atom.node.file;
  return { unit, members: assignmentsTo(unit, `function.prototype:${atom.node.index}`) };
}

/** Whether the callee is known, and so what it returns. */
function followReturns(search: Search, place: Place, callee: ValueId): boolean {
  const { unit, fn } = place;
  let isKnown = false;
  for (const atom of search.evaluation.evaluate(unit, callee).atoms) {
    if (atom.kind !== 'function') continue;
    isKnown = true;
    const { node } = atom;
    const own = node.file.unit;
    if (!own || node.index < 0 || place.inside) continue;
    search.visited.functions.add(node).add(unit.functions[fn] ?? node);
    search.visited.files.add(node.file);
    const call = callIn(unit, fn, callee);
    if (!call) continue;
    const inside = { node, call, from: place };
    for (const id of node.facts.returns) visit(search, { ...place, unit: own, fn: node.index, inside }, id);
  }
  return isKnown;
}

/** The call of the function, or of one around it, that has this callee. */
function callIn(unit: Unit, fn: number, callee: ValueId): CallFacts | undefined {
  for (let index = fn; index >= 0; index = unit.facts.functions[index]?.parent ?? -1) {
    const call = unit.facts.functions[index]?.calls.find((other) => other.callee === callee);
    if (call) return call;
  }
  return undefined;
}

function followParameter(search: Search, place: Place, fn: number, index: number): void {
  const { unit, rest, inside } = place;
  const node = unit.functions[fn];
  const facts = unit.facts.functions[fn];
  if (!node || !facts) return;
  search.visited.functions.add(node);
  const here = { ...place, fn };
  if (inside?.node === node) {
    const id = argumentFor(inside.call, node, index);
    if (id !== undefined) visit(search, { ...inside.from, rest }, id);
    return;
  }
  const annotation = facts.params[index];
  if (annotation !== undefined && annotation !== null) visit(search, here, annotation);
  for (const { input, likely } of inputsOfParameter(search.evaluation.catalog, node, index)) {
    if (leadsTo(input, rest)) add(search, here, input, node, likely);
  }
  followElement(search, here, index);
  followSites(search, here, node, index);
}

function add(
  search: Search,
  { calls, likely, rest }: Place,
  input: InputEntry,
  node: FunctionNode,
  unsure: boolean,
): void {
  search.found.push({
    input,
    node,
    calls,
    isOneLine: isOneLine(input, rest),
    likely: likely || unsure || input.likely === true,
  });
}

/** `lines.map((line) => …)`: an element of what the method is called on. */
function followElement(search: Search, place: Place, index: number): void {
  const { unit, fn } = place;
  const facts = unit.facts.functions[fn];
  const call =
    facts?.argumentOf?.[1] === 0 ? unit.facts.functions[facts.parent]?.calls[facts.argumentOf[0]] : undefined;
  const callee = call && valueOf(unit, call.callee);
  if (!facts || callee?.[0] !== 'member' || unit.traits.iterates.get(callee[2]) !== index) return;
  visit(search, { ...place, fn: facts.parent }, callee[1]);
}

/** What callers hand over. */
function followSites(search: Search, place: Place, node: FunctionNode, index: number): void {
  if (place.calls.length >= MAX_CALLS) return;
  const sites = node.in.filter((edge) => isPlainCall(search.evaluation, edge));
  if (sites.length > MAX_SITES) return;
  for (const edge of sites) {
    const { unit } = edge.from.file;
    const call = callOf(edge.from, edge.call);
    const id = call && argumentFor(call, node, index);
    if (!unit || id === undefined) continue;
    search.visited.functions.add(edge.from);
    search.visited.files.add(edge.from.file);
    const calls = [edge, ...place.calls];
    visit(search, { ...place, unit, fn: edge.from.index, calls, likely: place.likely || edge.likely }, id);
  }
}

/** Whether the arguments of the call are the parameters of the function. */
function isPlainCall(evaluation: Evaluation, edge: Edge): boolean {
  if (edge.isSite) return true;
  if (edge.kind !== EdgeKind.Sync && edge.kind !== EdgeKind.Async) return false;
  const { unit } = edge.from.file;
  const call = callOf(edge.from, edge.call);
  if (!unit || !call || edge.entry || edge.role !== undefined || isWrittenAt(edge)) return false;
  return evaluation.evaluate(unit, call.callee).atoms.some((atom) => atom.kind === 'function' && atom.node === edge.to);
}

/** Whether the function, or one around it, compares the length of the value with a limit. */
function isBounded(unit: Unit, fn: number, id: ValueId): boolean {
  for (let index = fn; index >= 0; index = unit.facts.functions[index]?.parent ?? -1) {
    if (unit.facts.functions[index]?.bounded?.includes(id)) return true;
  }
  return false;
}
