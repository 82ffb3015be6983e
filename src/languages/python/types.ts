import type { ValueId } from '../../model/facts.ts';
import { intern, internMember, UNKNOWN } from '../values.ts';
import { PLAIN_TYPES } from './builtins.ts';
import { collectionOfType } from './collections.ts';
import { derive, type Evaluator } from './evaluator.ts';
import { literalOf } from './literals.ts';
import type { Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { childOfType, type Node, part, parts, unwrap } from './tree.ts';
import { textOf } from './walk-state.ts';

/** Generic types that stand for their first argument. */
const TRANSPARENT = new Set(
  (
    'Optional Annotated Final ClassVar Required NotRequired ReadOnly Awaitable InitVar Iterator AsyncIterator Generator ' +
    'AsyncGenerator Iterable AsyncIterable ContextManager AsyncContextManager AbstractContextManager ' +
    'AbstractAsyncContextManager'
  ).split(' '),
);
/** Those that yield one value after the other: what they stand for matters to managers of contexts alone. */
const YIELDING = /^(?:Async)?(?:Iterator|Generator|Iterable)$|ContextManager$/;

/** What a value of this type is: an instance of a class; undefined if unknown. */
export function typeValue(evaluator: Evaluator, type: Node, scope: Scope): ValueId | undefined {
  return valueOfType(evaluator, type, scope, false, 0);
}

/** The same of what a manager of contexts is annotated to return: `Iterator[Session]`. */
export function yieldedType(evaluator: Evaluator, type: Node, scope: Scope): ValueId | undefined {
  return valueOfType(evaluator, type, scope, true, 0);
}

const MAX_DEPTH = 8;

function valueOfType(
  evaluator: Evaluator,
  type: Node,
  scope: Scope,
  yields: boolean,
  depth: number,
): ValueId | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const node = unwrap(type);
  const again = (inner: Node): ValueId | undefined => valueOfType(evaluator, inner, scope, yields, depth + 1);
  switch (node.type) {
    case 'identifier':
      return namedType(evaluator, node, scope, depth);
    case 'attribute':
    case 'member_type':
      return PLAIN_TYPES.has(lastName(evaluator, node)) ? undefined : instance(evaluator, node, scope);
    case 'generic_type':
    case 'subscript':
      return genericType(evaluator, node, scope, yields, again);
    case 'union_type':
    case 'binary_operator':
      return onlyOf(evaluator, node.children, again);
    case 'string': {
      const text = literalOf(evaluator.walk, node);
      return typeof text === 'string' ? typeOfText(evaluator, text, scope) : undefined;
    }
    default:
      return undefined;
  }
}

function instance(evaluator: Evaluator, node: Node, scope: Scope): ValueId | undefined {
  const of = evaluator.evaluate(node, scope);
  return of === UNKNOWN ? undefined : derive(evaluator, 'instance', of);
}

/** A class, or another name of a type. */
function namedType(evaluator: Evaluator, node: Node, scope: Scope, depth: number): ValueId | undefined {
  const name = textOf(evaluator.walk, node);
  const binding = lookUp(scope, name);
  if (!binding) return PLAIN_TYPES.has(name) ? undefined : instance(evaluator, node, scope);
  const [write, ...others] = binding.writes;
  if (write?.kind === 'expression' && others.length === 0) {
    const { type } = unwrap(write.node);
    if (/^(?:subscript|generic_type|union_type|binary_operator|string)$/.test(type)) {
      return valueOfType(evaluator, write.node, write.scope, false, depth + 1);
    }
  }
  if (write?.kind === 'import' && write.name !== null && PLAIN_TYPES.has(write.name)) return undefined;
  return instance(evaluator, node, scope);
}

function lastName(evaluator: Evaluator, node: Node): string {
  return textOf(evaluator.walk, node).replace(/^.*\./s, '');
}

function genericType(
  evaluator: Evaluator,
  node: Node,
  scope: Scope,
  yields: boolean,
  again: (inner: Node) => ValueId | undefined,
): ValueId | undefined {
  const base = part(node, 'value') ?? node.children[0];
  const args =
    node.type === 'subscript' ? parts(node, 'subscript') : (childOfType(node, 'type_parameter')?.children ?? []);
  if (!base) return undefined;
  const name = lastName(evaluator, base);
  const [first] = args;
  if (name === 'Union') return onlyOf(evaluator, args, again);
  if ((name === 'type' || name === 'Type') && first) {
    const of = evaluator.evaluate(first, scope);
    return of === UNKNOWN ? undefined : of;
  }
  if (name === 'Coroutine') return args[2] && again(args[2]);
  if (TRANSPARENT.has(name) && first) {
    if (YIELDING.test(name) && !yields) return collectionOfType(evaluator, name, args, again);
    return again(first) ?? (name === 'Annotated' ? providedBy(evaluator, args.slice(1), scope) : undefined);
  }
  const held = collectionOfType(evaluator, name, args, again);
  return held ?? (PLAIN_TYPES.has(name) ? undefined : again(base));
}

/** `Annotated[…, Depends(f)]`: what `f` returns. */
function providedBy(evaluator: Evaluator, metadata: readonly Node[], scope: Scope): ValueId | undefined {
  for (const type of metadata) {
    const node = unwrap(type);
    const callee = node.type === 'call' ? part(node, 'function') : undefined;
    const provider = part(node, 'arguments')?.children[0];
    if (!callee || !provider || lastName(evaluator, callee) !== 'Depends') continue;
    const of = evaluator.evaluate(provider, scope);
    return of === UNKNOWN ? undefined : intern(evaluator, ['result', of]);
  }
  return undefined;
}

/** The one of several types that is followed: `str | Path | None` is a path, as far as its methods matter. */
function onlyOf(
  evaluator: Evaluator,
  types: readonly Node[],
  again: (inner: Node) => ValueId | undefined,
): ValueId | undefined {
  const flat = types.flatMap((type) => alternatives(type));
  const solid = flat.filter((type) => type.type !== 'none' && !PLAIN_TYPES.has(lastName(evaluator, type)));
  const [only] = solid;
  return only && solid.length === 1 ? again(only) : undefined;
}

function alternatives(type: Node): readonly Node[] {
  const node = unwrap(type);
  const isUnion = node.type === 'union_type' || node.type === 'binary_operator';
  return isUnion ? node.children.flatMap(alternatives) : [node];
}

/** A type that is written as a text: `'Session | None'`. */
function typeOfText(evaluator: Evaluator, text: string, scope: Scope): ValueId | undefined {
  const wanted = text
    .trim()
    .replace(/^(?:typing\.)?Optional\[(.*)\]$/, '$1')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'None' && !PLAIN_TYPES.has(part));
  const [name] = wanted;
  if (name === undefined || wanted.length > 1 || !/^[\w.]+$/.test(name)) return undefined;
  const [first = '', ...rest] = name.split('.');
  const of = rest.reduce(
    (id, member) => (id === UNKNOWN ? id : internMember(evaluator, id, member)),
    evaluator.named(first, scope),
  );
  return of === UNKNOWN ? undefined : derive(evaluator, 'instance', of);
}
