import { CallFlag, type AwaitGroup } from '../../model/facts.ts';
import type { LineStarts } from '../lines.ts';
import { rangeBetween } from '../lines.ts';
import type { Evaluator } from './evaluator.ts';
import type { CallRecord, FunctionRecord } from './records.ts';
import { isComplaint, isQuietCall, readsClock } from './side-effects.ts';
import { calleeText } from './text.ts';
import { isAsync, isFunctionNode, type Node, part, unwrap } from './tree.ts';
import { type AwaitNode, namesIn, readsAny, type Usage, usageOf } from './usage.ts';

/** Awaits that may run together as far as one function shows. */
export function collectAwaitGroups(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): AwaitGroup[] {
  const body = part(record.node, 'body');
  if (record.waits === 0 || !body) return [];
  const search: Search = { evaluator, source: evaluator.walk.source, record, starts, found: [] };
  searchNode(search, body);
  return search.found;
}

interface Search {
  readonly evaluator: Evaluator;
  readonly source: string;
  readonly record: FunctionRecord;
  readonly starts: LineStarts;
  readonly found: AwaitGroup[];
}

function searchNode(search: Search, node: Node): void {
  if (isFunctionNode(node) || node.type === 'class_definition') return;
  if (node.type === 'block') searchRows(search, node.children);
  else if (node.type === 'for_statement') searchLoop(search, node);
  else if (/^(?:list|set|dictionary)_comprehension$/.test(node.type)) searchComprehension(search, node);
  for (const child of node.children) searchNode(search, child);
}

interface Group {
  readonly kind: AwaitGroup['kind'];
  readonly awaits: readonly AwaitNode[];
  /** The code of the group: its calls are those in it. */
  readonly nodes: readonly Node[];
  readonly varying: ReadonlySet<string>;
  readonly items?: Node;
  readonly stops: boolean;
}

/** A loop whose rounds do not need each other. */
function searchLoop(search: Search, node: Node): void {
  const [left, right, body] = [part(node, 'left'), part(node, 'right'), part(node, 'body')];
  if (!left || !right || !body || isAsync(search.source, node) || part(node, 'alternative')) return;
  const usage = usageOf(search.source, body);
  if (usage.awaits.length === 0 || usage.hasInnerWait || usage.leaves) return;
  const variables = new Set(namesIn(search.source, left));
  if (variables.size === 0 || !areRoundsApart(search, { loop: node, items: right, body, usage, variables })) return;
  addLoop(search, usage, body, right, variables);
}

function searchComprehension(search: Search, node: Node): void {
  const clauses = node.children.filter(({ type }) => type === 'for_in_clause');
  const body = part(node, 'body');
  const [clause] = clauses;
  const [left, right] = clause ? [part(clause, 'left'), part(clause, 'right')] : [];
  if (!body || !left || !right || clauses.length > 1 || isAsync(search.source, clause ?? node)) return;
  const usage = usageOf(search.source, body);
  const filters = node.children.filter(({ type }) => type === 'if_clause');
  if (usage.awaits.length === 0 || usage.hasInnerWait || usageOf(search.source, ...filters).awaits.length > 0) return;
  addLoop(search, usage, body, right, new Set(namesIn(search.source, left)));
}

function addLoop(search: Search, usage: Usage, body: Node, items: Node, variables: ReadonlySet<string>): void {
  const varying = varyingNames(search.source, body, variables);
  if (!usage.awaits.some(({ of }) => readsAny(usageOf(search.source, of), varying))) return;
  addGroup(search, { kind: 'each', awaits: usage.awaits, nodes: [body], varying, items, stops: usage.throws });
}

/** The variables of a loop, and names in its body whose values are made of them. */
function varyingNames(source: string, body: Node, variables: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(variables);
  const look = (node: Node): void => {
    if (isFunctionNode(node)) return;
    const target = part(node, 'left') ?? part(node, 'name') ?? part(node, 'alias');
    const value =
      part(node, 'right') ?? part(node, 'value') ?? (node.type === 'as_pattern' ? node.children[0] : undefined);
    // Names come into being in the order of the source.
    if (target && value && readsAny(usageOf(source, value), names)) {
      for (const name of namesIn(source, target)) names.add(name);
    }
    node.children.forEach(look);
  };
  look(body);
  return names;
}

interface LoopParts {
  readonly loop: Node;
  readonly items: Node;
  readonly body: Node;
  /** What the body does with names. */
  readonly usage: Usage;
  readonly variables: ReadonlySet<string>;
}

/** No round reads what another one leaves behind. */
function areRoundsApart(search: Search, parts: LoopParts): boolean {
  const { items, usage, variables } = parts;
  const head = usageOf(search.source, items);
  if (head.awaits.length > 0) return false;
  const isOwn = (name: string): boolean => variables.has(name) || isLocal(search, parts, name);
  for (const name of usage.assigned.keys()) if (!isOwn(name) || head.reads.has(name)) return false;
  for (const name of usage.extended) {
    if (variables.has(name) || (usage.assigned.has(name) && isOwn(name))) continue;
    if (name === 'self' || usage.reads.has(name) || head.reads.has(name)) return false;
  }
  return true;
}

/** Whether each round gives the name its value before it reads it, and nobody reads it after the loop. */
function isLocal({ source, record }: Search, { loop, body, usage }: LoopParts, name: string): boolean {
  const block = usage.assigned.get(name);
  if (!block) return false;
  const uses: Node[] = [];
  collectNames(source, record.node, name, uses);
  const first = uses.find((use) => isWithin(use, body));
  if (!first || !isWrite(body, first)) return false;
  return uses.every((use) => {
    if (!isWithin(use, loop)) return use.end <= loop.start;
    return isWithin(use, block) && use.start >= first.start;
  });
}

function collectNames(source: string, node: Node, name: string, found: Node[]): void {
  if (node.type === 'identifier' && source.slice(node.start, node.end) === name) found.push(node);
  for (const child of node.children) collectNames(source, child, name, found);
}

function isWithin(inner: Node, outer: Node): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether the name stands where a statement gives it a value that does not read it. */
function isWrite(node: Node, use: Node): boolean {
  if (!isWithin(use, node)) return false;
  const target = part(node, 'left') ?? part(node, 'alias');
  if (target && isWithin(use, target)) return node.type !== 'augmented_assignment';
  return node.children.some((child) => isWrite(child, use));
}

interface Row {
  readonly nodes: Node[];
  readonly awaits: AwaitNode[];
  /** Names that the row gives values to. */
  readonly written: Set<string>;
  /** How many statements there are up to the last that waits. */
  length: number;
}

function emptyRow(): Row {
  return { nodes: [], awaits: [], written: new Set(), length: 0 };
}

/** Statements that follow each other, and wait for what does not need the others' results. */
function searchRows(search: Search, statements: readonly Node[]): void {
  let row = emptyRow();
  for (const statement of statements) {
    const result = returnedList(statement);
    const usage = usageOf(search.source, result ?? statement);
    const awaits = unconditionalAwaits(search, statement, usage);
    if (!(result ?? isPlain(statement, usage)) || (usage.awaits.length > 0 && !awaits)) {
      closeRow(search, row);
      row = emptyRow();
      continue;
    }
    if (awaits && readsAny(usage, row.written)) {
      closeRow(search, row);
      row = emptyRow();
    }
    addStatement(row, statement, usage, awaits);
  }
  closeRow(search, row);
}

function addStatement(row: Row, statement: Node, usage: Usage, awaits: readonly AwaitNode[] | undefined): void {
  if (!awaits && row.nodes.length === 0) return;
  row.nodes.push(statement);
  for (const name of [...usage.assigned.keys(), ...usage.extended]) row.written.add(name);
  if (!awaits) return;
  row.awaits.push(...awaits);
  row.length = row.nodes.length;
}

/** `return await a(), await b()`, also as a list or a dict: the last statement of a row. */
function returnedList(statement: Node): Node | undefined {
  const [value] = statement.type === 'return_statement' ? statement.children : [];
  const node = value && unwrap(value);
  return node && /^(?:expression_list|tuple|list|dictionary)$/.test(node.type) ? node : undefined;
}

/** A value is kept, nothing else happens. */
function isPlain(statement: Node, usage: Usage): boolean {
  if (usage.leaves || usage.throws || usage.hasInnerWait) return false;
  return assignmentIn(statement) !== undefined;
}

function assignmentIn(statement: Node): Node | undefined {
  const [only] = statement.type === 'expression_statement' ? statement.children : [];
  return only?.type === 'assignment' && part(only, 'right') ? only : undefined;
}

/** What a statement awaits whatever happens; the results of these awaits are used. */
function unconditionalAwaits(search: Search, statement: Node, usage: Usage): readonly AwaitNode[] | undefined {
  if (usage.awaits.length === 0) return undefined;
  const assignment = assignmentIn(statement);
  const value = assignment ? part(assignment, 'right') : returnedList(statement);
  const certain = new Set<Node>();
  if (value) addCertain(search, value, certain);
  return usage.awaits.every(({ node }) => certain.has(node)) ? usage.awaits : undefined;
}

/** Awaits that are always met: `(await a()).b`, `await a(), await b()`, `{'a': await a()}`. */
function addCertain(search: Search, expression: Node, found: Set<Node>): void {
  const node = unwrap(expression);
  switch (node.type) {
    case 'await':
      if (isGate(search, node)) return;
      found.add(node);
      return;
    case 'call':
    case 'attribute':
    case 'subscript': {
      const inner = part(node, 'function') ?? part(node, 'object') ?? part(node, 'value');
      if (inner) addCertain(search, inner, found);
      return;
    }
    case 'expression_list':
    case 'tuple':
    case 'list':
    case 'dictionary':
      for (const child of node.children) addCertain(search, child, found);
      return;
    case 'pair': {
      const inner = part(node, 'value');
      if (inner) addCertain(search, inner, found);
      return;
    }
    default:
  }
}

/** Names of functions that are called to let the code behind them run, or not. */
const GATE =
  /^_*(?:assert|check|ensure|require|verify|validate|authori[sz]e|authenticate|guard|acquire|lock|begin|connect|login)(?=[A-Z_]|$)/;

function isGate({ source }: Search, { children: [of] }: Node): boolean {
  const call = of && unwrap(of);
  const callee = call && part(call, 'function');
  const name = callee?.type === 'attribute' ? part(callee, 'attribute') : callee;
  return name !== undefined && GATE.test(source.slice(name.start, name.end));
}

function closeRow(search: Search, { nodes, awaits, length }: Row): void {
  if (awaits.length < 2) return;
  addGroup(search, { kind: 'row', awaits, nodes: nodes.slice(0, length), varying: new Set(), stops: false });
}

/** Groups all of whose calls are known, or change nothing. */
function addGroup(search: Search, { kind, awaits, nodes, varying, items, stops }: Group): void {
  const { evaluator, record, starts, source, found } = search;
  const inside = record.calls.filter(({ callee }) => nodes.some((node) => isWithin(callee, node)));
  const managers = new Set(awaits.filter(({ node, of }) => node === of).map(({ of }) => of));
  // Entering and leaving are parts of the wait.
  const calls = inside.filter(({ callee, method }) => method === undefined || !managers.has(unwrap(callee)));
  if (calls.some((call) => readsClock(evaluator, call))) return;
  const isKept = ({ index }: CallRecord): boolean => index >= 0;
  // No getter stands behind attributes whose reading is not kept.
  const isHarmless = (call: CallRecord): boolean =>
    (call.flags & CallFlag.Read) !== 0 || isQuietCall(evaluator, record, call) || isComplaint(call);
  if (!calls.every((call) => isKept(call) || isHarmless(call))) return;
  const waiting = awaits.flatMap(({ node, of }) => {
    const callee = part(of, 'function');
    const call = calls.find((other) => other.callee === callee && other.method === undefined);
    return call ? [{ call, node }] : [];
  });
  if (waiting.length < awaits.length || !waiting.every(({ call }) => isKept(call))) return;
  const kept = calls.filter(isKept);
  found.push({
    kind,
    awaits: waiting.map(({ call, node }) => ({ call: call.index, at: rangeBetween(starts, node.start, node.end) })),
    calls: kept.map(({ index }) => index),
    varying: kind === 'row' ? [] : kept.map((call) => varyingParts(source, call, varying)),
    items: items ? calleeText(source, items) : '',
    isShort: items !== undefined && /^(?:list|tuple|set)$/.test(unwrap(items).type),
    stops,
  });
}

const MAX_ARGUMENTS = 16;

function varyingParts(source: string, { callee, args, keywords }: CallRecord, names: ReadonlySet<string>): number {
  const varies = (node: Node): boolean => readsAny(usageOf(source, node), names);
  let bits = varies(callee) ? 1 : 0;
  args.slice(0, MAX_ARGUMENTS).forEach((argument, index) => {
    const isPlaced = index < args.length - keywords.length;
    if (varies(argument)) bits |= isPlaced ? 1 | (2 << index) : 1;
  });
  return bits;
}
