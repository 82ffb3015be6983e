import type { JoinFacts, ValueId } from '../../model/facts.ts';
import { type LineStarts, rangeBetween } from '../lines.ts';
import { UNKNOWN } from '../values.ts';
import type { Evaluator } from './evaluator.ts';
import type { CallRecord, FunctionRecord, Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { calleeText } from './text.ts';
import { isFunctionNode, type Node, part, unwrap } from './tree.ts';
import { textOf } from './walk-state.ts';

/** Where a function waits for several coroutines together, if it is known what makes each of them. */
export function collectJoins(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): JoinFacts[] {
  const candidates = record.calls.filter((call) => isJoin(evaluator, call));
  const body = candidates.length > 0 ? part(record.node, 'body') : undefined;
  if (!body) return [];
  return candidates.flatMap((call) => {
    const node = callNode(body, call.callee);
    const made = node && jobsOf(evaluator, part(node, 'arguments')?.children ?? [], call.scope);
    if (!made || made.jobs.includes(UNKNOWN)) return [];
    const at = rangeBetween(starts, call.at.start, call.at.end);
    return [{ ...made, at, flags: call.flags, text: calleeText(evaluator.walk.source, call.callee) }];
  });
}

/** `asyncio.gather`, however it was imported. */
function isJoin(evaluator: Evaluator, { callee, method, scope }: CallRecord): boolean {
  if (method !== undefined || !/(?:^|\.)gather$/.test(textOf(evaluator.walk, unwrap(callee)))) return false;
  const value = evaluator.values[evaluator.evaluate(callee, scope)];
  if (value?.[0] !== 'member' || value[2] !== 'gather') return false;
  const module = evaluator.values[value[1]];
  return module?.[0] === 'import' && evaluator.imports[module[1]] === 'python:asyncio';
}

/** The call with this callee. */
function callNode(node: Node, callee: Node): Node | undefined {
  if (node.type === 'call' && part(node, 'function') === callee) return node;
  for (const child of node.children) {
    const found = child.end < callee.end || child.start > callee.start ? undefined : callNode(child, callee);
    if (found) return found;
  }
  return undefined;
}

interface Jobs {
  readonly jobs: readonly ValueId[];
  readonly each: boolean;
}

function jobsOf(evaluator: Evaluator, args: readonly Node[], scope: Scope): Jobs | undefined {
  const given = args.filter(({ type }) => type !== 'keyword_argument');
  const [first] = given;
  if (!first) return undefined;
  if (first.type === 'list_splat') {
    const [list] = first.children;
    return list && given.length === 1 ? spreadJobs(evaluator, list, scope) : undefined;
  }
  if (given.length < 2) return undefined;
  return { jobs: given.map((argument) => jobOf(evaluator, argument, scope)), each: false };
}

/** `*[load(name) for name in names]`, `*map(load, names)`, or a name that is one of these. */
function spreadJobs(evaluator: Evaluator, list: Node, scope: Scope): Jobs | undefined {
  const node = unwrap(list);
  switch (node.type) {
    case 'list_comprehension':
    case 'generator_expression': {
      const body = part(node, 'body');
      const inner = evaluator.walk.scopeOf.get(node) ?? scope;
      return body && { jobs: [jobOf(evaluator, body, inner)], each: true };
    }
    case 'identifier': {
      const [write, ...others] = lookUp(scope, textOf(evaluator.walk, node))?.writes ?? [];
      if (write?.kind !== 'expression' || others.length > 0) return undefined;
      return unwrap(write.node).type === 'identifier' ? undefined : spreadJobs(evaluator, write.node, write.scope);
    }
    case 'call': {
      const callee = part(node, 'function');
      const [job] = part(node, 'arguments')?.children ?? [];
      if (!job || !callee || textOf(evaluator.walk, callee) !== 'map') return undefined;
      return isFunctionNode(unwrap(job)) ? undefined : { jobs: [evaluator.evaluate(job, scope)], each: true };
    }
    default:
      return undefined;
  }
}

/** What is called to make one coroutine. */
function jobOf(evaluator: Evaluator, argument: Node, scope: Scope): ValueId {
  const node = unwrap(argument);
  const callee = node.type === 'call' ? part(node, 'function') : undefined;
  return callee ? evaluator.evaluate(callee, scope) : UNKNOWN;
}
