import { CallFlag, type OperationFacts } from '../../model/facts.ts';
import { type LineStarts, rangeBetween } from '../lines.ts';
import type { Evaluator } from './evaluator.ts';
import type { FunctionRecord } from './records.ts';
import { readsClock } from './side-effects.ts';
import { isFunctionNode, type Node, part, unwrap } from './tree.ts';

/** Loops that wait for nothing but the clock: `while time.monotonic() < end: pass`. */
export function collectSpins(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): OperationFacts[] {
  const clocks = record.calls.filter((call) => readsClock(evaluator, call));
  const body = clocks.length > 0 ? part(record.node, 'body') : undefined;
  if (!body || record.index === 0) return [];
  return loopsIn(body).flatMap((loop) => {
    const inside = record.calls.filter(({ callee, flags }) => isWithin(callee, loop) && !(flags & CallFlag.Read));
    const test = part(loop, 'condition');
    const first = inside.find(({ callee }) => test && isWithin(callee, test));
    if (!first || !inside.every((call) => clocks.includes(call)) || !isIdle(part(loop, 'body'))) return [];
    const at = rangeBetween(starts, loop.start, loop.start + 'while'.length);
    const text = evaluator.walk.source.slice(loop.start, test?.end).replace(/\s+/g, ' ');
    return [{ kind: 'spin' as const, at, text, flags: first.flags & ~CallFlag.InLoop }];
  });
}

function loopsIn(node: Node): Node[] {
  if (isFunctionNode(node) || node.type === 'class_definition') return [];
  return [...(node.type === 'while_statement' ? [node] : []), ...node.children.flatMap(loopsIn)];
}

function isWithin(inner: Node, outer: Node): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

const IDLE = /^(?:pass|continue|break|expression|if)_statement$/;

/** Nothing, or arithmetic on variables. */
function isIdle(body: Node | undefined): boolean {
  return body?.children.every((statement) => IDLE.test(statement.type) && isIdleStatement(statement)) ?? false;
}

function isIdleStatement(statement: Node): boolean {
  if (statement.type === 'if_statement') return isIdle(part(statement, 'consequence'));
  if (statement.type !== 'expression_statement') return true;
  const [only] = statement.children;
  const left = only && part(only, 'left');
  return left ? unwrap(left).type === 'identifier' : only?.type !== 'await' && only?.type !== 'yield';
}
