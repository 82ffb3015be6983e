import type { TSESTree } from '@typescript-eslint/types';
import type { OrderedAwait } from '../../model/facts.ts';
import { forEachChild, isFunctionNode, type Node, startOffset } from './ast.ts';
import { type LineStarts, rangeBetween } from './lines.ts';
import type { FunctionRecord, LoopNode } from './records.ts';
import { readsAny, type Usage, usageOf } from './usage.ts';

export interface OrderedAwaitRecord {
  readonly node: TSESTree.AwaitExpression;
  readonly why: OrderedAwait['why'];
}

/** Notes down awaits in a loop that have to wait for each other, as the loop itself shows. */
export function noteAwaitOrder(record: FunctionRecord, node: LoopNode): void {
  const usage = usageOf(node.body);
  const head = node.type === 'ForStatement' && node.update ? usageOf(node.update) : undefined;
  for (const one of usage.awaits) {
    const why = orderOf(node, usage, head, one);
    if (why) record.orderedAwaits.push({ node: one, why });
  }
}

function orderOf(
  node: LoopNode,
  usage: Usage,
  head: Usage | undefined,
  { argument }: TSESTree.AwaitExpression,
): OrderedAwait['why'] | undefined {
  const changed = new Set([...usage.assigned, ...usage.extended].filter((name) => !usage.declared.has(name)));
  for (const name of head?.assigned ?? []) changed.add(name);
  changed.delete('this');
  if (readsAny(usageOf(argument), changed)) return 'next';
  if (!usage.leaves) return undefined;
  return leavesTry(node.body, false) ? 'retry' : 'first';
}

/** `try { return await load(); } catch { … }`: the next round is for when this one fails. */
function leavesTry(node: Node, isTried: boolean): boolean {
  if (isFunctionNode(node)) return false;
  if (node.type === 'ReturnStatement' || node.type === 'BreakStatement') return isTried;
  if (node.type === 'TryStatement') {
    const parts = [node.handler?.body, node.finalizer].filter((part) => part !== null && part !== undefined);
    return leavesTry(node.block, node.handler !== null) || parts.some((part) => leavesTry(part, false));
  }
  let leaves = false;
  forEachChild(node, (child) => {
    leaves ||= leavesTry(child, isTried);
  });
  return leaves;
}

export function collectOrderedAwaits({ orderedAwaits }: FunctionRecord, starts: LineStarts): OrderedAwait[] {
  if (orderedAwaits.length === 0) return [];
  // A loop inside another one comes first, and knows better.
  const known = new Set<Node>();
  return orderedAwaits.flatMap(({ node, why }) => {
    if (known.has(node)) return [];
    known.add(node);
    const start = startOffset(node);
    return [{ at: rangeBetween(starts, start, start + 'await'.length), why }];
  });
}
