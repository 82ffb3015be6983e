import type { MatchFacts, ValueId } from '../../model/facts.ts';
import { type LineStarts, rangeBetween } from '../lines.ts';
import { intern, internMember, UNKNOWN } from '../values.ts';
import type { Evaluator } from './evaluator.ts';
import { anchored, type Compiled, expressionOf, expressionValue } from './expressions.ts';
import type { CallRecord, FunctionRecord, Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { calleeText } from './text.ts';
import { type Node, part, unwrap } from './tree.ts';
import { textOf } from './walk-state.ts';

/** Methods that apply an expression, and which of their arguments the text is, without the expression. */
const METHODS = new Map([
  ['match', 0],
  ['fullmatch', 0],
  ['search', 0],
  ['findall', 0],
  ['finditer', 0],
  ['split', 0],
  ['sub', 1],
  ['subn', 1],
]);

/** Where a function applies expressions that may be slow to texts that may come from elsewhere. */
export function collectMatches(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): MatchFacts[] {
  return record.calls.flatMap((call) => matchOf(evaluator, call, starts) ?? []);
}

function matchOf(evaluator: Evaluator, call: CallRecord, starts: LineStarts): MatchFacts | undefined {
  const { callee, args, keywords, scope } = call;
  const node = unwrap(callee);
  const [object, attribute] = [part(node, 'object'), part(node, 'attribute')];
  const { walk } = evaluator;
  const name = attribute && textOf(walk, attribute);
  const place = name === undefined ? undefined : METHODS.get(name);
  if (!object || name === undefined || place === undefined) return undefined;
  const placed = args.slice(0, args.length - keywords.length);
  const isModule = isRe(evaluator, object, scope);
  const text = placed[isModule ? place + 1 : place];
  if (!text) return undefined;
  const expression = isModule ? writtenValue(evaluator, call, name) : compiledValue(evaluator, object, scope, name);
  if (expression === undefined) return undefined;
  const subject = originsOf(evaluator, text, scope);
  if (subject.length === 0) return undefined;
  const at = rangeBetween(starts, call.at.start, call.at.end);
  return { expression, subject, at, flags: call.flags, text: calleeText(walk.source, callee) };
}

/** `re.search(pattern, text, flags=re.I)`, or with the flags right behind the text. */
function writtenValue(evaluator: Evaluator, { args, keywords, scope }: CallRecord, name: string): ValueId | undefined {
  const [pattern] = args;
  const named = keywords.indexOf('flags');
  const placed = args.length - keywords.length;
  const isCounted = name.startsWith('sub') || name === 'split';
  const flags = named >= 0 ? args[placed + named] : !isCounted && placed > 2 ? args[2] : undefined;
  const written = pattern && expressionOf(evaluator.walk, pattern, flags, scope);
  return written && valueOf(evaluator, written, name);
}

function isRe(evaluator: Evaluator, object: Node, scope: Scope): boolean {
  const value = evaluator.values[evaluator.evaluate(object, scope)];
  return value?.[0] === 'import' && evaluator.imports[value[1]] === 'python:re';
}

function valueOf(evaluator: Evaluator, compiled: Compiled, method: string): ValueId | undefined {
  return expressionValue(evaluator, anchored(compiled, method));
}

/** An expression that was compiled before; of another file only what is searched for anywhere is the same. */
function compiledValue(evaluator: Evaluator, object: Node, scope: Scope, method: string): ValueId | undefined {
  const id = evaluator.evaluate(object, scope);
  const value = evaluator.values[id];
  if (value?.[0] === 'regex') return valueOf(evaluator, { pattern: value[1], flags: value[2] }, method);
  const isSame = method !== 'match' && method !== 'fullmatch';
  return value?.[0] === 'member' && isSame && isHolder(evaluator, value[1]) ? id : undefined;
}

/** A module or a class that may hold an expression. */
function isHolder(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  return (
    value?.[0] === 'import' || value?.[0] === 'class' || (value?.[0] === 'instance' && isHolder(evaluator, value[1]))
  );
}

/** Methods whose result is as long as what they are called on. */
const KEEPS_LENGTH = new Set(
  'strip lstrip rstrip lower upper casefold replace decode encode expandtabs swapcase title format'.split(' '),
);
const MAX_DEPTH = 8;
const MAX_ORIGINS = 6;

/** The values that a text is made of, through variables and methods that leave its length as it was. */
function originsOf(evaluator: Evaluator, expression: Node, scope: Scope): ValueId[] {
  const found = new Set<ValueId>();
  follow(evaluator, expression, scope, found, 0);
  return found.size > MAX_ORIGINS ? [] : [...found];
}

function follow(evaluator: Evaluator, expression: Node, scope: Scope, found: Set<ValueId>, depth: number): void {
  const node = unwrap(expression);
  if (depth > MAX_DEPTH) return;
  const next = (inner: Node | undefined): void => {
    if (inner) follow(evaluator, inner, scope, found, depth + 1);
  };
  switch (node.type) {
    case 'await':
      return next(node.children[0]);
    case 'binary_operator':
    case 'boolean_operator':
      next(part(node, 'left'));
      return next(part(node, 'right'));
    case 'string':
      for (const child of node.children) if (child.type === 'interpolation') next(part(child, 'expression'));
      return;
    case 'identifier':
      return followName(evaluator, node, scope, found, depth);
    case 'call': {
      const callee = part(node, 'function');
      const method = callee && part(callee, 'attribute');
      const [first] = part(node, 'arguments')?.children ?? [];
      if (method && KEEPS_LENGTH.has(textOf(evaluator.walk, method))) return next(part(callee, 'object'));
      if (callee?.type === 'identifier' && textOf(evaluator.walk, callee) === 'str') return next(first);
      return add(evaluator, node, scope, found);
    }
    case 'subscript':
      // `text[:80]` cuts it.
      if (part(node, 'subscript')?.type === 'slice') return;
      return add(evaluator, node, scope, found);
    case 'attribute': {
      const field = fieldOfParameter(evaluator, node, scope);
      if (field !== undefined) found.add(field);
      return add(evaluator, node, scope, found);
    }
    default:
  }
}

/** `order.note`, where `order` is a parameter of a class that the project has: whoever calls the function may have filled it. */
function fieldOfParameter(evaluator: Evaluator, node: Node, scope: Scope): ValueId | undefined {
  const [object, attribute] = [part(node, 'object'), part(node, 'attribute')];
  if (!object || !attribute) return undefined;
  const name = textOf(evaluator.walk, attribute);
  if (object.type === 'attribute') {
    const owner = fieldOfParameter(evaluator, object, scope);
    return owner === undefined ? undefined : internMember(evaluator, owner, name);
  }
  const binding = object.type === 'identifier' ? lookUp(scope, textOf(evaluator.walk, object)) : undefined;
  const [write, ...others] = binding?.writes ?? [];
  if (write?.kind !== 'param' || others.length > 0 || !binding?.annotation) return undefined;
  return internMember(evaluator, intern(evaluator, ['param', write.fn.index, write.index]), name);
}

function followName(evaluator: Evaluator, node: Node, scope: Scope, found: Set<ValueId>, depth: number): void {
  for (const write of lookUp(scope, textOf(evaluator.walk, node))?.writes ?? []) {
    if (write.kind === 'expression') follow(evaluator, write.node, write.scope, found, depth + 1);
    else if (write.kind === 'param') add(evaluator, node, scope, found);
  }
}

function add(evaluator: Evaluator, node: Node, scope: Scope, found: Set<ValueId>): void {
  const id = evaluator.evaluate(node, scope);
  if (id !== UNKNOWN && evaluator.values[id]?.[0] !== 'literal') found.add(id);
}

/** Values whose length the function compares with a limit. */
export function collectBounded(evaluator: Evaluator, record: FunctionRecord): ValueId[] {
  const bounded = new Set<ValueId>();
  const search = (node: Node): void => {
    if (node.type === 'comparison_operator') {
      for (const side of node.children) {
        const argument = side.type === 'call' ? part(side, 'arguments')?.children[0] : undefined;
        if (!argument || textOf(evaluator.walk, part(side, 'function') ?? side) !== 'len') continue;
        for (const origin of originsOf(evaluator, argument, record.scope)) bounded.add(origin);
      }
    }
    node.children.forEach(search);
  };
  const body = part(record.node, 'body');
  if (body) search(body);
  return [...bounded];
}
