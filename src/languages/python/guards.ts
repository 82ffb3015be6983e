import { CallFlag } from '../../model/facts.ts';
import { lookUp } from './scopes.ts';
import { isFunctionNode, type Node, part, parts, unwrap } from './tree.ts';
import { textOf, type Walk } from './walk-state.ts';

/** Conditions and statement orders that decide how often, and on which thread, code runs. */

/** A place that may hold a result, and whether it holds one for each of some keys. */
interface Place {
  readonly node: Node;
  readonly keyed: boolean;
}

/** `while True`, `while 1`. */
export function isEndless(walk: Walk, test: Node): boolean {
  const node = unwrap(test);
  return node.type === 'true' || (node.type === 'integer' && Number(textOf(walk, node)) !== 0);
}

/** `if TYPE_CHECKING`: what is in the branch never runs. */
export function isTypeChecking(walk: Walk, test: Node): boolean {
  return /^(?:\w+\.)?TYPE_CHECKING$/.test(textOf(walk, unwrap(test)));
}

/** `if cache is None: cache = read()` and `if key not in cache: cache[key] = read()`: how often the branch runs, in call flags. */
export function cacheFlags(walk: Walk, test: Node, clause: Node): number {
  const body = part(clause, 'consequence');
  for (const condition of conjuncts(walk, test)) {
    const place = missingPlace(walk, condition);
    if (place && body && isOuterPlace(walk, place.node) && fills(walk, body, place)) return flagOf(walk, place);
  }
  return 0;
}

/** `self.x = self.x or read()`: the value is only made where there is none. */
export function fillFlags(walk: Walk, left: Node, value: Node): number {
  const node = unwrap(value);
  if (node.type !== 'boolean_operator' || operatorOf(walk, node) !== 'or') return 0;
  const kept = part(node, 'left');
  if (!kept || !isOuterPlace(walk, left) || !sameText(walk, kept, left)) return 0;
  return flagOf(walk, { node: left, keyed: false });
}

export function operatorOf(walk: Walk, node: Node): string {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  return left && right ? walk.source.slice(left.end, right.start).replace(/[()\s]+/g, '') : '';
}

function conjuncts(walk: Walk, test: Node): Node[] {
  const node = unwrap(test);
  if (node.type !== 'boolean_operator' || operatorOf(walk, node) !== 'and') return [node];
  return parts(node, 'left')
    .concat(parts(node, 'right'))
    .flatMap((side) => conjuncts(walk, side));
}

/** The place that a condition finds empty. */
function missingPlace(walk: Walk, condition: Node): Place | undefined {
  const test = unwrap(condition);
  if (test.type === 'not_operator') {
    const inner = part(test, 'argument');
    const node = inner && unwrap(inner);
    if (node?.type !== 'comparison_operator') return node && { node, keyed: false };
    return comparedPlace(walk, node, 'in');
  }
  return test.type === 'comparison_operator' ? comparedPlace(walk, test, 'not in') : undefined;
}

/** `key not in cache` and `cache is None`. */
function comparedPlace(walk: Walk, node: Node, membership: string): Place | undefined {
  const [left, right] = node.children;
  if (!left || !right || node.children.length > 2) return undefined;
  const operator = walk.source.slice(left.end, right.start).trim().replace(/\s+/g, ' ');
  if (operator === membership) return { node: right, keyed: true };
  const isNone = right.type === 'none' && (operator === 'is' || operator === '==');
  return isNone && membership === 'not in' ? { node: left, keyed: false } : undefined;
}

/** A variable of an outer function, or an attribute: it outlives the call. */
function isOuterPlace(walk: Walk, node: Node): boolean {
  if (node.type === 'attribute' || node.type === 'subscript') return true;
  if (node.type !== 'identifier') return false;
  const name = textOf(walk, node);
  if (walk.scope.redirects?.has(name)) return true;
  const binding = lookUp(walk.scope, name);
  return binding ? binding.scope.fn !== walk.fn : true;
}

/** A variable of the module is filled once; an attribute once for each object; what has a key, once for each. */
function flagOf(walk: Walk, { node, keyed }: Place): number {
  const isShared = node.type === 'identifier' && (lookUp(walk.scope, textOf(walk, node))?.scope.fn.index ?? 0) === 0;
  return keyed || !isShared ? CallFlag.Kept : CallFlag.Memoised;
}

function fills(walk: Walk, body: Node, place: Place): boolean {
  return some(body, (node) => {
    if (node.type !== 'assignment') return false;
    const left = part(node, 'left');
    if (!left) return false;
    if (!place.keyed) return sameText(walk, left, place.node);
    const held = left.type === 'subscript' ? part(left, 'value') : undefined;
    return held !== undefined && sameText(walk, held, place.node);
  });
}

function sameText(walk: Walk, a: Node, b: Node): boolean {
  return textOf(walk, a) === textOf(walk, b);
}

/** Whether a node of the same function satisfies the test. */
function some(root: Node, test: (node: Node) => boolean): boolean {
  if (isFunctionNode(root)) return false;
  return test(root) || root.children.some((child) => some(child, test));
}

/** The flags of each statement in a list that follow from its neighbours. */
export function statementFlags(walk: Walk, statements: readonly Node[]): readonly number[] | undefined {
  if (!statements.some((statement) => statement.type === 'if_statement' || isExit(walk, statement))) return undefined;
  const flags = statements.map(() => 0);
  markBeforeExit(walk, statements, flags);
  markAfterCacheHit(walk, statements, flags);
  return flags;
}

/** What runs, without a wait in between, before the process exits stalls nobody. */
function markBeforeExit(walk: Walk, statements: readonly Node[], flags: number[]): void {
  const last = statements.findLastIndex((statement) => isExit(walk, statement));
  for (let index = last; index >= 0; index -= 1) {
    const statement = statements[index];
    if (!statement || /\bawait\b/.test(textOf(walk, statement))) return;
    flags[index] = (flags[index] ?? 0) | CallFlag.BeforeExit;
  }
}

function isExit(walk: Walk, statement: Node): boolean {
  const node = unwrap(statement);
  return node.type === 'call' && /^(?:sys\.exit|os\._exit)\s*\(/.test(textOf(walk, node));
}

/** `if cache is not None: return cache` and then `cache = read()`. */
function markAfterCacheHit(walk: Walk, statements: readonly Node[], flags: number[]): void {
  statements.forEach((statement, index) => {
    const place = returnedPlace(walk, statement);
    if (!place || !isOuterPlace(walk, place.node)) return;
    const rest = statements.slice(index + 1);
    if (!rest.some((later) => fills(walk, later, place))) return;
    for (let later = index + 1; later < statements.length; later += 1) {
      flags[later] = (flags[later] ?? 0) | flagOf(walk, place);
    }
  });
}

/** The place that an early `return` finds filled. */
function returnedPlace(walk: Walk, statement: Node): Place | undefined {
  if (statement.type !== 'if_statement' || part(statement, 'alternative')) return undefined;
  const [only, ...others] = part(statement, 'consequence')?.children ?? [];
  const condition = part(statement, 'condition');
  if (only?.type !== 'return_statement' || others.length > 0 || !condition) return undefined;
  const test = unwrap(condition);
  if (test.type === 'identifier' || test.type === 'attribute') return { node: test, keyed: false };
  const [left, right] = test.children;
  if (test.type !== 'comparison_operator' || !left || !right || test.children.length > 2) return undefined;
  const operator = walk.source.slice(left.end, right.start).trim().replace(/\s+/g, ' ');
  if (operator === 'in') return { node: right, keyed: true };
  return right.type === 'none' && (operator === 'is not' || operator === '!=')
    ? { node: left, keyed: false }
    : undefined;
}
