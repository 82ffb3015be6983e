import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag } from '../../model/facts.ts';
import { endOffset, forEachChild, isFunctionNode, type Node, startOffset, staticName, unwrap } from './ast.ts';
import type { AwaitGroupRecord } from './await-records.ts';
import type { CallRecord } from './records.ts';
import { forEachTarget } from './scopes.ts';
import { readsAny, type Usage, usageOf } from './usage.ts';
import type { Walk } from './walk-state.ts';

type CountedLoop = TSESTree.ForStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement;

/** Notes down a loop whose rounds do not need each other. `from`: how many calls the function had before it. */
export function noteAwaitLoop(walk: Walk, node: CountedLoop, from: number): void {
  const usage = usageOf(node.body);
  if (usage.awaits.length === 0 || usage.hasInnerWait || usage.leaves) return;
  const variables = loopVariables(node);
  if (variables.size === 0 || !areRoundsApart(node, usage, variables)) return;
  const calls = walk.fn.calls.slice(from);
  const awaits = awaitsIn(calls, usage.awaits);
  if (!awaits) return;
  const varying = varyingNames(node.body, variables);
  if (!awaits.some((one) => readsAny(usageOf(one.node), varying))) return;
  const items = node.type === 'ForStatement' ? node.test : node.right;
  walk.fn.awaitGroups.push({ kind: 'each', awaits, calls, varying, items, stops: usage.throws });
}

function loopVariables(node: CountedLoop): Set<string> {
  const left = node.type === 'ForStatement' ? node.init : node.left;
  const names = new Set<string>();
  if (left?.type !== 'VariableDeclaration') return names;
  for (const { id } of left.declarations) {
    forEachTarget(id, undefined, (target) => {
      if (target.type === 'Identifier') names.add(target.name);
    });
  }
  return names;
}

const REACTIONS = new Set(['then', 'catch', 'finally']);

/** The call whose promise is awaited: `load()` in `await load().then(parse).catch(report)`. */
export function sourceOf({ argument }: TSESTree.AwaitExpression): TSESTree.CallExpression | undefined {
  let node = unwrap(argument);
  while (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    if (callee.type !== 'MemberExpression') return node;
    if (!REACTIONS.has(staticName(callee.property, callee.computed) ?? '')) return node;
    node = unwrap(callee.object);
  }
  return undefined;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** The loop's variables, and names in its body whose values are made of them. */
function varyingNames(body: Node, variables: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(variables);
  const search = (node: Node): void => {
    if (isFunctionNode(node)) return;
    // Names come into being in the order of the source.
    const [pattern, value] =
      node.type === 'VariableDeclarator'
        ? [node.id, node.init]
        : node.type === 'AssignmentExpression'
          ? [node.left, node.right]
          : node.type === 'ForOfStatement' && node.left.type === 'VariableDeclaration'
            ? [node.left.declarations[0].id, node.right]
            : [];
    if (pattern && value && readsAny(usageOf(value), names)) {
      forEachTarget(pattern, undefined, (target) => {
        if (target.type === 'Identifier') names.add(target.name);
      });
    }
    forEachChild(node, search);
  };
  search(body);
  return names;
}

/** No round reads what another one leaves behind. */
function areRoundsApart(node: CountedLoop, usage: Usage, variables: ReadonlySet<string>): boolean {
  const heads = node.type === 'ForStatement' ? [node.test, node.update] : [node.right];
  const head = usageOf(...heads.filter((part) => part !== null));
  // What is gone through is there before the first round.
  if (node.type === 'ForStatement' && head.awaits.length > 0) return false;
  const isOwn = (name: string): boolean => usage.declared.has(name);
  for (const name of usage.assigned) if (!isOwn(name)) return false;
  for (const name of usage.extended) {
    if (isOwn(name)) continue;
    // An item may be filled in; a counter may not be moved.
    if (variables.has(name)) {
      if (node.type === 'ForStatement') return false;
    } else if (name === 'this' || usage.reads.has(name) || head.reads.has(name)) return false;
  }
  return true;
}

/** The call of each `await`; undefined when something else is awaited. */
function awaitsIn(
  calls: readonly CallRecord[],
  awaits: readonly TSESTree.AwaitExpression[],
): AwaitGroupRecord['awaits'] | undefined {
  const made = new Map<Node, CallRecord>();
  for (const call of calls) if (call.callee) made.set(call.callee, call);
  const found = awaits.map((node) => {
    const source = sourceOf(node);
    const call = source && made.get(unwrap(source.callee));
    return call && { call, node };
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** Statements that follow each other, and the calls that each of them makes. */
export interface Line {
  readonly statement: Node;
  readonly calls: readonly CallRecord[];
}

interface Row {
  readonly lines: Line[];
  readonly awaits: AwaitGroupRecord['awaits'][number][];
  /** Names that the row gives values to. */
  readonly written: Set<string>;
  /** How many lines there are up to the last that waits. */
  length: number;
}

/** Notes down awaits in a row that do not need each other's results. */
export function noteAwaitRows(walk: Walk, lines: readonly Line[]): void {
  let row = emptyRow();
  const close = (): void => {
    closeRow(walk, row);
    row = emptyRow();
  };
  // Before the first line that waits, and behind the last one, nothing is tied to anything.
  for (const line of lines.slice(lines.findIndex(isWaiting), lines.findLastIndex(isWaiting) + 1)) {
    const last = lastOfRow(line);
    const usage = usageOf(...(last?.parts ?? [line.statement]));
    const awaits = unconditionalAwaits(line, last, usage);
    // At the end, all values are there for what is not awaited.
    const needsRow = readsAny(last && awaits ? usageOf(...usage.awaits) : usage, row.written);
    if (!(last ?? isPlain(line.statement, usage)) || (usage.awaits.length > 0 && !awaits)) {
      close();
      continue;
    }
    if (awaits && needsRow) close();
    addLine(row, last?.line ?? line, usage, awaits);
    if (last) close();
  }
  closeRow(walk, row);
}

function isWaiting({ calls }: Line): boolean {
  return calls.some(({ flags }) => flags & CallFlag.Awaited);
}

function emptyRow(): Row {
  return { lines: [], awaits: [], written: new Set(), length: 0 };
}

function addLine(row: Row, line: Line, usage: Usage, awaits: AwaitGroupRecord['awaits'] | undefined): void {
  if (!awaits && row.lines.length === 0) return;
  row.lines.push(line);
  for (const names of [usage.declared, usage.assigned, usage.extended]) for (const name of names) row.written.add(name);
  if (!awaits) return;
  row.awaits.push(...awaits);
  row.length = row.lines.length;
}

/** What is made of the values of a row at its end. */
interface Last {
  /** What is worked out before. */
  readonly parts: readonly Node[];
  /** The line without what happens afterwards. */
  readonly line: Line;
}

/** `return { user: await a(), posts: await b() }`, `show(await a(), await b())`: the last line of a row. */
function lastOfRow(line: Line): Last | undefined {
  const { statement, calls } = line;
  const value =
    statement.type === 'ReturnStatement'
      ? statement.argument
      : statement.type === 'ExpressionStatement'
        ? statement.expression
        : null;
  const node = value && unwrap(value);
  if (node?.type === 'CallExpression') {
    const { callee, arguments: parts } = node;
    if (usageOf(...parts).awaits.length === 0 || !isPath(unwrap(callee))) return undefined;
    return { parts, line: { statement, calls: calls.filter((call) => call.callee !== unwrap(callee)) } };
  }
  if (statement.type !== 'ReturnStatement') return undefined;
  return node && MADE_OF_PARTS.test(node.type) ? { parts: [node], line } : undefined;
}

const MADE_OF_PARTS = /^(?:Array|Object|Binary)Expression$|^TemplateLiteral$/;

/** `send`, `response.json`. */
function isPath(node: Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && isPath(unwrap(node.object));
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

/** A value is kept, nothing else happens. */
function isPlain(statement: Node, usage: Usage): boolean {
  if (usage.leaves || usage.throws || usage.hasInnerWait) return false;
  if (statement.type === 'VariableDeclaration') return true;
  return statement.type === 'ExpressionStatement' && unwrap(statement.expression).type === 'AssignmentExpression';
}

/** What a statement awaits whatever happens; the results of these awaits are used. */
function unconditionalAwaits(line: Line, last: Last | undefined, usage: Usage): AwaitGroupRecord['awaits'] | undefined {
  if (usage.awaits.length === 0) return undefined;
  const { statement } = line;
  const values =
    statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap(({ init }) => init ?? [])
      : statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression'
        ? [statement.expression.right]
        : (last?.parts ?? []);
  const certain = new Set<Node>();
  for (const value of values) addCertain(value, certain);
  if (!usage.awaits.every((node) => certain.has(node))) return undefined;
  return awaitsIn(line.calls, usage.awaits);
}

/** Awaits that are always met: `(await a()).b`, `await (await a()).b()`, `{ a: await a() }`, `(await a()) + 1`. */
function addCertain(expression: Node, found: Set<Node>): void {
  const node = unwrap(expression);
  switch (node.type) {
    case 'AwaitExpression':
      if (isGate(node)) return;
      found.add(node);
      return addCertain(node.argument, found);
    case 'CallExpression':
      return addCertain(node.callee, found);
    case 'MemberExpression':
      return addCertain(node.object, found);
    case 'BinaryExpression':
      addCertain(node.left, found);
      return addCertain(node.right, found);
    case 'TemplateLiteral':
      for (const part of node.expressions) addCertain(part, found);
      return;
    case 'ArrayExpression':
      for (const element of node.elements) if (element) addCertain(element, found);
      return;
    case 'ObjectExpression':
      for (const property of node.properties) if (property.type === 'Property') addCertain(property.value, found);
      return;
    default:
  }
}

/** Names of functions that are called to let the code behind them run, or not. */
const GATE =
  /^(?:assert|check|ensure|require|verify|validate|authori[sz]e|authenticate|guard|acquire|lock|begin|connect|login)(?=[A-Z_]|$)/;

function isGate(node: TSESTree.AwaitExpression): boolean {
  const source = sourceOf(node);
  const callee = source && unwrap(source.callee);
  if (callee?.type === 'Identifier') return GATE.test(callee.name);
  return callee?.type === 'MemberExpression' && GATE.test(staticName(callee.property, callee.computed) ?? '');
}

function closeRow(walk: Walk, { lines, awaits, length }: Row): void {
  const waiting = lines.slice(0, length);
  if (awaits.filter(({ node }) => !awaits.some((other) => isAround(other.node, node))).length < 2) return;
  const calls = waiting.flatMap((line) => line.calls);
  walk.fn.awaitGroups.push({ kind: 'row', awaits, calls, varying: NO_NAMES, items: null, stops: false });
}

/** Whether one await waits for what another one waits for. */
function isAround(outer: Node, inner: Node): boolean {
  return outer !== inner && startOffset(outer) <= startOffset(inner) && endOffset(inner) <= endOffset(outer);
}
