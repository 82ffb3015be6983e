import type { MatchFacts, ValueId } from '../../model/facts.ts';
import { calleeText, type Node, unwrap } from './ast.ts';
import { evaluate } from './evaluate.ts';
import { type LineStarts, rangeOf } from './lines.ts';
import { originsOf } from './origins.ts';
import type { CallRecord, FunctionRecord, Scope } from './records.ts';
import type { Evaluator } from './value-table.ts';

/** Methods that apply an expression: is the expression what they are called on, or their argument? */
const METHODS = new Map<string, 'receiver' | 'argument'>([
  ['test', 'receiver'],
  ['exec', 'receiver'],
  ['match', 'argument'],
  ['matchAll', 'argument'],
  ['replace', 'argument'],
  ['replaceAll', 'argument'],
  ['search', 'argument'],
  ['split', 'argument'],
]);

/** Where a function applies expressions that may be slow to texts that may come from elsewhere. */
export function collectMatches(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): MatchFacts[] {
  const matches: MatchFacts[] = [];
  for (const call of record.calls) {
    const match = matchOf(evaluator, call, starts);
    if (match) matches.push(match);
  }
  return matches;
}

function matchOf(evaluator: Evaluator, call: CallRecord, starts: LineStarts): MatchFacts | undefined {
  const { callee, name, args, scope } = call;
  const first = args[0];
  const place = METHODS.get(name);
  if (place === undefined || !first || callee?.type !== 'MemberExpression' || callee.computed) return undefined;
  const applied = place === 'receiver' ? callee.object : first;
  const text = place === 'receiver' ? first : callee.object;
  const expression = expressionOf(evaluator, applied, scope);
  if (expression === undefined) return undefined;
  const subject = originsOf(evaluator, text, scope);
  if (subject.length === 0) return undefined;
  return {
    expression,
    subject,
    at: rangeOf(starts, call.at),
    flags: call.flags,
    text: calleeText(evaluator.walk.source, callee),
  };
}

/** What is, or may be in another file, an expression. */
function expressionOf(evaluator: Evaluator, applied: Node, scope: Scope): ValueId | undefined {
  const node = unwrap(applied);
  if (node.type === 'CallExpression' || isText(node)) return undefined;
  const id = evaluate(evaluator, node, scope);
  return mayBeExpression(evaluator, id) ? id : undefined;
}

function isText(node: Node): boolean {
  return (node.type === 'Literal' && !('regex' in node)) || node.type === 'TemplateLiteral';
}

function mayBeExpression(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  switch (value?.[0]) {
    case 'regex':
      return true;
    case 'union':
      return value[1].some((part) => mayBeExpression(evaluator, part));
    case 'member':
      return isHolder(evaluator, value[1]);
    default:
      return false;
  }
}

/** A module, an object or a class that may hold an expression. */
function isHolder(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  switch (value?.[0]) {
    case 'import':
    case 'object':
    case 'class':
      return true;
    case 'instance':
    case 'member':
      return isHolder(evaluator, value[1]);
    default:
      return false;
  }
}

/** Values from elsewhere whose length the function compares with a limit. */
export function collectBounded(evaluator: Evaluator, record: FunctionRecord): ValueId[] {
  if (record.lengths.length === 0) return [];
  const bounded = new Set<ValueId>();
  for (const { node, scope } of record.lengths) {
    for (const origin of originsOf(evaluator, node, scope)) bounded.add(origin);
  }
  return [...bounded];
}
