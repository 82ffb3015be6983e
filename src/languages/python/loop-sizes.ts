import type { SizeFacts } from '../../model/facts.ts';
import { MOST_NAMES, separatesNames } from '../separators.ts';
import { UNKNOWN } from '../values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Binding, Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { calleeText } from './text.ts';
import { isFunctionNode, type Node, part, unwrap } from './tree.ts';
import { textOf } from './walk-state.ts';

/**
 * How many items data has. `part`: it belongs to an item of other data, so that all such parts together are as many as
 * the whole; nothing multiplies. Undefined: not known.
 */
export type Size = { readonly facts: SizeFacts; readonly isTriangle?: boolean } | 'part' | undefined;

export interface Sizing {
  readonly evaluator: Evaluator;
  /** The function's body. */
  readonly body: Node;
  /** Counters of the loops around, by the size of their loop. */
  readonly counters: ReadonlyMap<string, Size>;
}

const MAX_DEPTH = 8;

/** Functions whose result has as many items as their first argument. */
const SAME = new Set('list tuple set frozenset sorted reversed enumerate zip dict iter deque Counter'.split(' '));
/** Methods whose result has as many items as what they are called on. */
const SAME_METHODS = new Set('items keys values copy split splitlines readlines lower upper strip'.split(' '));
/** Look one item up. */
const ITEM_METHODS = new Set('get pop popleft popitem setdefault group'.split(' '));

function constantSize(amount: number): Size {
  return { facts: ['constant', amount] };
}

/** How many items an expression has. */
export function sizeOf(sizing: Sizing, expression: Node, scope: Scope, depth = 0): Size {
  const node = unwrap(expression);
  if (depth > MAX_DEPTH) return undefined;
  switch (node.type) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'dictionary':
    case 'expression_list':
      return node.children.some(({ type }) => type.includes('splat')) ? undefined : constantSize(node.children.length);
    case 'await':
      return valueSize(sizing, node, scope);
    case 'identifier':
      return nameSize(sizing, node, scope, depth);
    case 'attribute':
      return fieldSize(sizing, node, part(node, 'object'), scope, depth);
    case 'subscript': {
      const key = part(node, 'subscript')?.type;
      if (key === 'slice') return sliceSize(sizing, node, scope, depth);
      // `body["names"]` is a field; other keys choose a part.
      return key === 'string' ? fieldSize(sizing, node, part(node, 'value'), scope, depth) : 'part';
    }
    case 'call':
      return callSize(sizing, node, scope, depth);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension': {
      const clauses = node.children.filter(({ type }) => type === 'for_in_clause');
      const right = clauses[0] && part(clauses[0], 'right');
      return right && clauses.length === 1 ? sizeOf(sizing, right, scope, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

function fieldSize(sizing: Sizing, node: Node, object: Node | undefined, scope: Scope, depth: number): Size {
  const of = object && sizeOf(sizing, object, scope, depth + 1);
  return of === 'part' || isPartName(sizing, node, scope) ? 'part' : valueSize(sizing, node, scope);
}

/** What hangs on a variable of a loop belongs to a round. */
function isPartName({ evaluator, counters }: Sizing, node: Node, scope: Scope): boolean {
  let root = node;
  while (root.type === 'attribute' || root.type === 'subscript' || root.type === 'call') {
    const inner = root.children[0];
    if (!inner) return false;
    root = unwrap(inner);
  }
  if (root.type !== 'identifier') return false;
  const name = textOf(evaluator.walk, root);
  return counters.has(name) || (lookUp(scope, name)?.writes.some(({ kind }) => kind === 'element') ?? false);
}

function nameSize(sizing: Sizing, node: Node, scope: Scope, depth: number): Size {
  const { evaluator } = sizing;
  const name = textOf(evaluator.walk, node);
  const binding = lookUp(scope, name);
  if (!binding || isChecked(sizing, name)) return undefined;
  if (isPartName(sizing, node, scope)) return 'part';
  const [write, ...others] = binding.writes.filter((other) => !isEmpty(other));
  if (write && others.length === 0 && write.kind === 'expression') {
    const size = sizeOf(sizing, write.node, write.scope, depth + 1);
    if (size === undefined || size === 'part') return size ?? valueSize(sizing, node, scope);
    // The name says more than the call that it gets its value from.
    return size.facts[0] === 'items' ? { facts: ['items', size.facts[1], name] } : size;
  }
  return write && others.length === 0 && write.kind === 'param' ? valueSize(sizing, node, scope) : undefined;
}

/** `rows = []`, `rows = None`: what comes later says more. */
function isEmpty(write: Binding['writes'][number]): boolean {
  if (write.kind !== 'expression') return false;
  const { type, children } = unwrap(write.node);
  return type === 'none' || ((type === 'list' || type === 'tuple' || type === 'dictionary') && children.length === 0);
}

/** Somebody asked how long it is. */
function isChecked({ evaluator: { walk }, body }: Sizing, name: string): boolean {
  const text = textOf(walk, body);
  return text.includes('len(') && new RegExp(`\\blen\\(\\s*${name}\\s*\\)\\s*[<>]=?\\s*(?![01]\\b)`).test(text);
}

/** `rows[:100]` has a bound; `rows[1:]` has not. */
function sliceSize(sizing: Sizing, node: Node, scope: Scope, depth: number): Size {
  const [of, slice] = [part(node, 'value'), part(node, 'subscript')];
  const text = slice ? textOf(sizing.evaluator.walk, slice) : '';
  if (!of || !/^-?\w*\s*:\s*$/.test(text)) return undefined;
  const size = sizeOf(sizing, of, scope, depth + 1);
  const start = /^\w+/.exec(text)?.[0];
  const isOfCounter = start !== undefined && sizing.counters.has(start);
  return isOfCounter && size && size !== 'part' ? { facts: size.facts, isTriangle: true } : size;
}

function callSize(sizing: Sizing, node: Node, scope: Scope, depth: number): Size {
  const callee = part(node, 'function');
  const args = part(node, 'arguments')?.children.filter(({ type }) => type !== 'keyword_argument') ?? [];
  const { walk } = sizing.evaluator;
  if (!callee) return undefined;
  const [first] = args;
  if (callee.type === 'identifier') {
    const name = textOf(walk, callee);
    if (lookUp(scope, name) && !SAME.has(name)) return valueSize(sizing, node, scope);
    if (name === 'range') return rangeSize(sizing, args, scope, depth);
    return SAME.has(name) && first ? sizeOf(sizing, first, scope, depth + 1) : undefined;
  }
  const [object, method] = [part(callee, 'object'), part(callee, 'attribute')];
  if (!object || !method) return undefined;
  const name = textOf(walk, method);
  if (ITEM_METHODS.has(name)) return 'part';
  if (name === 'split' && first && separatesNames(textOf(walk, first))) return constantSize(MOST_NAMES);
  if (SAME_METHODS.has(name)) return sizeOf(sizing, object, scope, depth + 1);
  return isPartName(sizing, object, scope) || args.some((argument) => isPartName(sizing, argument, scope))
    ? 'part'
    : valueSize(sizing, node, scope);
}

/** `range(n)`, `range(a, b)`. Steps that are not one are not followed. */
function rangeSize(sizing: Sizing, args: readonly Node[], scope: Scope, depth: number): Size {
  const [start, end] = args.length === 1 ? [undefined, args[0]] : args;
  if (!end || args.length > 2) return undefined;
  const size = numberOf(sizing, end, scope, depth + 1);
  const bounds = [...countersIn(sizing, start), ...countersIn(sizing, end)];
  if (bounds.length === 0) return size;
  const [counter] = bounds;
  // `range(i)`: as many as the loop around has rounds, half of them on average.
  const outer = countersIn(sizing, end).length > 0 ? counter : size;
  return outer && outer !== 'part' ? { facts: outer.facts, isTriangle: true } : outer;
}

function countersIn({ evaluator, counters }: Sizing, node: Node | undefined): Size[] {
  if (!node || isFunctionNode(node)) return [];
  if (node.type === 'identifier') {
    const name = textOf(evaluator.walk, node);
    return counters.has(name) ? [counters.get(name)] : [];
  }
  return /^(?:binary_operator|parenthesized_expression|unary_operator)$/.test(node.type)
    ? node.children.flatMap((child) => countersIn({ evaluator, counters, body: node }, child))
    : [];
}

/** How large a number is; a parameter with a default is taken for what that is. */
export function numberOf(sizing: Sizing, expression: Node, scope: Scope, depth = 0): Size {
  const node = unwrap(expression);
  if (depth > MAX_DEPTH) return undefined;
  const { evaluator } = sizing;
  const value = evaluator.values[evaluator.evaluate(node, scope)];
  if (value?.[0] === 'literal') return typeof value[1] === 'number' ? constantSize(value[1]) : undefined;
  switch (node.type) {
    case 'call': {
      const callee = part(node, 'function');
      const [first] = part(node, 'arguments')?.children ?? [];
      const name = callee ? textOf(evaluator.walk, callee) : '';
      if (name === 'len' && first) return sizeOf(sizing, first, scope, depth + 1);
      return name === 'int' && first ? numberOf(sizing, first, scope, depth + 1) : undefined;
    }
    case 'binary_operator': {
      const [left, right] = [part(node, 'left'), part(node, 'right')];
      const isSmallStep = right && /^(?:integer)$/.test(unwrap(right).type);
      const operator = left && right ? evaluator.walk.source.slice(left.end, right.start).trim() : '';
      return left && isSmallStep && /^[+-]$/.test(operator) ? numberOf(sizing, left, scope, depth + 1) : undefined;
    }
    case 'identifier': {
      const [write, ...others] = lookUp(scope, textOf(evaluator.walk, node))?.writes ?? [];
      if (write?.kind === 'expression' && others.length === 0)
        return numberOf(sizing, write.node, write.scope, depth + 1);
      const [byDefault, ...more] = others;
      if (write?.kind !== 'param' || more.length > 0) return undefined;
      const usual = byDefault?.kind === 'expression' && numberOf(sizing, byDefault.node, byDefault.scope, depth + 1);
      return usual === undefined ? undefined : usual || numberValue(sizing, node, scope);
    }
    default:
      return undefined;
  }
}

function valueSize({ evaluator }: Sizing, node: Node, scope: Scope): Size {
  const id = evaluator.evaluate(node, scope);
  const value = evaluator.values[id];
  if (id === UNKNOWN || value?.[0] === 'function' || value?.[0] === 'class' || value?.[0] === 'literal')
    return undefined;
  return { facts: ['items', id, calleeText(evaluator.walk.source, node)] };
}

function numberValue({ evaluator }: Sizing, node: Node, scope: Scope): Size {
  const id = evaluator.evaluate(node, scope);
  return id === UNKNOWN ? undefined : { facts: ['number', id, textOf(evaluator.walk, node)] };
}

/** Whether a name is a list, as far as the function shows: a set and a dict are searched in one step. */
export function isList({ evaluator }: Sizing, expression: Node, scope: Scope): boolean {
  const node = unwrap(expression);
  if (node.type === 'list' || node.type === 'list_comprehension') return true;
  if (node.type === 'call') return /^(?:list|sorted)$/.test(textOf(evaluator.walk, part(node, 'function') ?? node));
  if (node.type !== 'identifier') return false;
  const binding = lookUp(scope, textOf(evaluator.walk, node));
  if (!binding) return false;
  const annotation = binding.annotation && textOf(evaluator.walk, binding.annotation.node);
  if (annotation !== undefined) return /^(?:typing\.)?[Ll]ist\b/.test(annotation);
  return (
    binding.writes.length > 0 &&
    binding.writes.every((write) => write.kind === 'expression' && isListNode(evaluator, write.node))
  );
}

function isListNode({ walk }: Evaluator, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'list' || node.type === 'list_comprehension') return true;
  return node.type === 'call' && /^(?:list|sorted)$/.test(textOf(walk, part(node, 'function') ?? node));
}
