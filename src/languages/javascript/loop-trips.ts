import type { TSESTree } from '@typescript-eslint/types';
import { forEachChild, isFunctionNode, type Node, unwrap } from './ast.ts';
import type { LoopRecord, LoopStatement } from './loop-records.ts';
import { constantSize, root, type Size } from './amounts.ts';
import { calleePath, isInside, isPart, listed, numberOf, sizeOf, type Sizing } from './loop-sizes.ts';
import type { Binding, Scope } from './records.ts';
import { lookUp } from './scopes.ts';

export interface Trips {
  readonly size: Size;
  /** It goes on from where an outer loop is, so that every pair is met once. */
  readonly isTriangle: boolean;
}

/** How many rounds a loop statement has. */
export function tripsOf(sizing: Sizing, loop: LoopRecord, node: LoopStatement): Trips {
  const scope = loop.scope;
  if (node.type === 'ForOfStatement') {
    return plain(loop.parent && namesParts(node, scope) ? 'part' : sizeOf(sizing, node.right, scope));
  }
  if (node.type === 'ForInStatement') return plain(listed(sizing, node.right, sizeOf(sizing, node.right, loop.scope)));
  const counting = countingOf(node);
  if (!counting) return plain(undefined);
  const binding = lookUp(scope, counting.counter);
  if (!binding || !isFresh(loop, node, binding)) return plain(loop.parent ? 'part' : undefined);
  return rounds(sizing, loop, { ...counting, binding, scope });
}

/** `for (const row of rows) for (const name of names) row[name]`: it goes through names of parts, of which an item has few. */
function namesParts({ left, body }: TSESTree.ForOfStatement, scope: Scope): boolean {
  const variable = left.type === 'VariableDeclaration' ? left.declarations[0].id : left;
  return variable.type === 'Identifier' && isNameIn(body, variable.name, scope);
}

function isNameIn(node: Node, name: string, scope: Scope): boolean {
  if (node.type === 'MemberExpression' && node.computed && node.object.type === 'Identifier') {
    const { object, property } = node;
    const item = property.type === 'Identifier' && property.name === name ? lookUp(scope, object.name) : undefined;
    if (item?.writes.some(isPart)) return true;
  }
  let found = false;
  forEachChild(node, (child) => {
    found ||= isNameIn(child, name, scope);
  });
  return found;
}

function plain(size: Size): Trips {
  return { size, isTriangle: false };
}

interface Counting {
  readonly counter: string;
  readonly start: Node | undefined;
  readonly bound: Node;
  readonly isUp: boolean;
  /** `i * i < n` */
  readonly isSquare: boolean;
  readonly step: Step;
}

type Step =
  | { readonly kind: 'add'; readonly by: Node | null }
  /** Doubles, or halves: a few rounds. */
  | { readonly kind: 'multiply' };

const countings = new WeakMap<Node, Counting | null>();

function countingOf(node: CountedLoop): Counting | undefined {
  let known = countings.get(node);
  if (known === undefined) countings.set(node, (known = (node.test && countingTest(node, unwrap(node.test))) ?? null));
  return known ?? undefined;
}

type CountedLoop = Exclude<LoopStatement, TSESTree.ForOfStatement | TSESTree.ForInStatement>;

/** The comparison that ends a loop, if what it compares is counted in the loop. */
function countingTest(node: CountedLoop, test: Node): Counting | undefined {
  if (test.type === 'LogicalExpression' && test.operator === '&&') {
    return countingTest(node, unwrap(test.left)) ?? countingTest(node, unwrap(test.right));
  }
  if (test.type === 'UpdateExpression' || test.type === 'Identifier') {
    // `while (n--)`
    const name = test.type === 'UpdateExpression' ? test.argument : test;
    const step = name.type === 'Identifier' ? stepOf(node, name.name) : undefined;
    if (name.type !== 'Identifier' || !step || step.isUp) return undefined;
    return { counter: name.name, start: name, bound: ZERO, isUp: false, isSquare: false, step: step.step };
  }
  if (test.type !== 'BinaryExpression' || !/^(?:[<>]=?|!==?)$/.test(test.operator)) return undefined;
  for (const [side, bound] of [
    [test.left, test.right],
    [test.right, test.left],
  ] as const) {
    const counter = counterOf(side);
    const step = counter && stepOf(node, counter.name);
    if (!counter || !step) continue;
    const start = node.type === 'ForStatement' && node.init ? startOf(node.init, counter.name) : undefined;
    return {
      counter: counter.name,
      start,
      bound: bound as Node,
      isUp: step.isUp,
      isSquare: counter.isSquare,
      step: step.step,
    };
  }
  return undefined;
}

const ZERO = { type: 'Literal', value: 0 } as TSESTree.Literal as Node;

/** `i`, `i + 1`, `i * i`, `i++`. */
function counterOf(side: Node): { readonly name: string; readonly isSquare: boolean } | undefined {
  const node = unwrap(side);
  if (node.type === 'Identifier') return { name: node.name, isSquare: false };
  if (node.type === 'UpdateExpression') return counterOf(node.argument);
  if (node.type !== 'BinaryExpression') return undefined;
  const { left, right, operator } = node;
  if (left.type !== 'Identifier') return undefined;
  if (operator === '*' && right.type === 'Identifier' && right.name === left.name)
    return { name: left.name, isSquare: true };
  return operator === '+' || operator === '-' ? { name: left.name, isSquare: false } : undefined;
}

/** How a loop moves its counter on. */
function stepOf(node: Node, name: string): { readonly step: Step; readonly isUp: boolean } | undefined {
  let found: { readonly step: Step; readonly isUp: boolean } | undefined;
  const look = (inner: Node): void => {
    if (found || isFunctionNode(inner)) return;
    if (inner.type === 'UpdateExpression' && isName(inner.argument, name)) {
      found = { step: { kind: 'add', by: null }, isUp: inner.operator === '++' };
    } else if (inner.type === 'AssignmentExpression' && isName(inner.left, name)) {
      found = assignedStep(inner, name);
    }
    if (!found) forEachChild(inner, look);
  };
  if (node.type === 'ForStatement' && node.update) look(node.update);
  if (!found && 'test' in node && node.test) look(node.test);
  if (!found && 'body' in node && node.body) look(node.body as Node);
  return found;
}

function isName(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function assignedStep(
  node: TSESTree.AssignmentExpression,
  name: string,
): { readonly step: Step; readonly isUp: boolean } | undefined {
  const { operator, right } = node;
  if (operator === '+=' || operator === '-=') return { step: { kind: 'add', by: right }, isUp: operator === '+=' };
  if (/^(?:\*|\/|<<|>>|>>>)=$/.test(operator)) return { step: { kind: 'multiply' }, isUp: /^(?:\*|<<)/.test(operator) };
  if (operator !== '=' || right.type !== 'BinaryExpression' || !isName(right.left, name)) return undefined;
  if (right.operator === '+' || right.operator === '-') {
    return { step: { kind: 'add', by: right.right }, isUp: right.operator === '+' };
  }
  return { step: { kind: 'multiply' }, isUp: right.operator === '*' };
}

/** What the head of a `for` sets a counter to. */
function startOf(init: Node, name: string): Node | undefined {
  if (init.type === 'VariableDeclaration') {
    return init.declarations.find(({ id }) => isName(id, name))?.init ?? undefined;
  }
  if (init.type === 'AssignmentExpression') return isName(init.left, name) ? init.right : undefined;
  if (init.type === 'SequenceExpression') {
    for (const part of init.expressions) {
      const start = startOf(part, name);
      if (start) return start;
    }
  }
  return undefined;
}

/**
 * Whether the counter begins anew in each round of the loop around. If not, or if the loop around goes on where this one
 * ended, all rounds together are as many as those of one pass: a scanner, two pointers, a sliding window.
 */
function isFresh(loop: LoopRecord, node: LoopStatement, binding: Binding): boolean {
  const { parent } = loop;
  if (!parent) return true;
  if (handsOn(parent, binding)) return false;
  if (node.type === 'ForStatement' && node.init && startOf(node.init, binding.name)) return true;
  if (isInside(binding.scope, parent.scope)) return true;
  return binding.writes.some(
    (write) =>
      write.kind === 'expression' && isWithin(parent, write.scope, loop) && !mentions(write.node, binding.name),
  );
}

/** The loop around sets one of its own counters to where this one ended. */
function handsOn(parent: LoopRecord, counter: Binding): boolean {
  for (let outer: LoopRecord | null = parent; outer; outer = outer.parent) {
    if (outer.head.kind !== 'statement') continue;
    const { node } = outer.head;
    const test = 'test' in node ? node.test : null;
    if (!test) continue;
    for (const name of namesIn(test)) {
      const binding = lookUp(outer.scope, name);
      if (!binding || binding === counter) continue;
      const isHanded = binding.writes.some(
        (write) => write.kind === 'expression' && mentions(write.node, counter.name),
      );
      if (isHanded) return true;
    }
  }
  return false;
}

/** In the body of the loop around, and not in this loop's. */
function isWithin(parent: LoopRecord, scope: Scope, inner: LoopRecord): boolean {
  return isInside(scope, parent.scope) && (scope === inner.scope || !isInside(scope, inner.scope));
}

function namesIn(node: Node): Set<string> {
  const names = new Set<string>();
  const look = (inner: Node): void => {
    if (inner.type === 'Identifier') names.add(inner.name);
    if (!isFunctionNode(inner)) forEachChild(inner, look);
  };
  look(node);
  return names;
}

/** Names that an expression adds or multiplies; not those by which it looks something up. */
function termsIn(node: Node): Set<string> {
  const names = new Set<string>();
  const look = (inner: Node): void => {
    if (inner.type === 'Identifier') names.add(inner.name);
    else if (inner.type === 'BinaryExpression' || inner.type === 'UnaryExpression') forEachChild(inner, look);
    else if (inner.type === 'CallExpression' && calleePath(inner.callee)?.startsWith('Math.'))
      inner.arguments.forEach(look);
  };
  look(node);
  return names;
}

function mentions(node: Node, name: string): boolean {
  return namesIn(node).has(name);
}

const FEW_ROUNDS = 20;
/** Items of a batch, where nobody says how many. */
const ASSUMED_BATCH = 100;

function rounds(
  sizing: Sizing,
  loop: LoopRecord,
  counting: Counting & { readonly binding: Binding; readonly scope: Scope },
): Trips {
  const { bound, isUp, step, scope, isSquare } = counting;
  const start = counting.start ?? startValue(counting.binding, loop);
  if (step.kind === 'multiply') return plain(constantSize(FEW_ROUNDS));
  const [from, to] = isUp ? [start, bound] : [bound, start];
  if (!to) return plain(undefined);
  const fromCounters = from ? countersIn(loop, from) : [];
  const toCounters = countersIn(loop, to);
  const shared = toCounters.some((counter) => fromCounters.some(({ name }) => name === counter.name));
  if (shared) return plain(windowSize(sizing, to, from, scope));
  const outer = toCounters[0];
  let size = outer ? outer.size : numberOf(sizing, to, scope);
  if (size && size !== 'part' && size.facts[0] === 'constant' && from) size = minus(sizing, size, from, scope);
  const isTriangle = outer !== undefined || fromCounters.length > 0;
  if (isSquare) size = root(size);
  return { size: stepped(sizing, loop, size, step.by, scope), isTriangle };
}

/** What a counter is before a `while`. */
function startValue(binding: Binding, loop: LoopRecord): Node | undefined {
  for (const write of binding.writes) {
    if (write.kind !== 'expression' || isInside(write.scope, loop.scope)) continue;
    if (!mentions(write.node, binding.name)) return write.node;
  }
  return undefined;
}

interface OuterCounter {
  readonly name: string;
  readonly size: Size;
}

/** Counters of loops around that an expression speaks of. */
function countersIn(loop: LoopRecord, node: Node): OuterCounter[] {
  const names = termsIn(node);
  const found: OuterCounter[] = [];
  for (let outer = loop.parent; outer; outer = outer.parent) {
    for (const name of names) {
      const size = loop.parent && outerSizes.get(outer)?.get(name);
      if (size !== undefined && size !== null) found.push({ name, size });
    }
  }
  return unique(found);
}

function unique(counters: readonly OuterCounter[]): OuterCounter[] {
  return counters.filter((counter, index) => counters.findIndex(({ name }) => name === counter.name) === index);
}

/** Sizes of loops by the names of their counters. */
const outerSizes = new WeakMap<LoopRecord, Map<string, Size>>();

/** Remembers the counter of a loop for those in it. */
export function noteCounter(loop: LoopRecord, size: Size): void {
  if (loop.head.kind !== 'statement') return;
  const { node } = loop.head;
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement' || !node.test) return;
  const counting = countingOf(node);
  if (counting) outerSizes.set(loop, new Map([[counting.counter, size ?? 'part']]));
}

/** `j = i; j < i + 3`: as many as lie between. */
function windowSize(sizing: Sizing, to: Node, from: Node | undefined, scope: Scope): Size {
  const reach = [to, from].map((node) => (node ? offsetOf(sizing, unwrap(node), scope) : constantSize(0)));
  const [end, begin] = reach;
  if (!end || end === 'part' || !begin || begin === 'part') return end === 'part' ? 'part' : undefined;
  if (end.facts[0] !== 'constant') return end.facts[0] === 'items' ? 'part' : end;
  return begin.facts[0] === 'constant' ? constantSize(Math.abs(end.facts[1]) + Math.abs(begin.facts[1]) + 1) : begin;
}

/** The `k` of `i + k` and of `Math.min(i + k, n)`. */
function offsetOf(sizing: Sizing, node: Node, scope: Scope): Size {
  if (node.type === 'Identifier') return constantSize(0);
  if (node.type === 'BinaryExpression') {
    const right = numberOf(sizing, node.right, scope);
    return right ?? 'part';
  }
  const path = node.type === 'CallExpression' ? calleePath(node.callee) : undefined;
  if (node.type !== 'CallExpression' || (path !== 'Math.min' && path !== 'Math.max')) return 'part';
  const inner = node.arguments.find(({ type }) => type === 'BinaryExpression');
  return inner ? offsetOf(sizing, inner, scope) : 'part';
}

function minus(sizing: Sizing, size: Size, from: Node, scope: Scope): Size {
  const start = numberOf(sizing, from, scope);
  if (!size || size === 'part' || size.facts[0] !== 'constant') return size;
  const begin = start && start !== 'part' && start.facts[0] === 'constant' ? start.facts[1] : 0;
  return constantSize(Math.max(0, size.facts[1] - begin));
}

/** Fewer rounds where a step is longer than one. */
function stepped(sizing: Sizing, loop: LoopRecord, size: Size, by: Node | null, scope: Scope): Size {
  if (!by || !size || size === 'part') return size;
  // A step that is a counter of a loop around: a sieve, whose rounds together are little more than one pass.
  if (countersIn(loop, by).length > 0) return 'part';
  const step = numberOf(sizing, by, scope);
  const length = step && step !== 'part' && step.facts[0] === 'constant' ? Math.abs(step.facts[1]) : ASSUMED_BATCH;
  if (length <= 1) return size;
  if (size.facts[0] === 'constant') return constantSize(size.facts[1] / length);
  return { facts: size.facts, share: Math.max(1, Math.round(size.share / length)) };
}
