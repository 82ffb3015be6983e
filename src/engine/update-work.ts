import { componentsOf } from './components.ts';
import { NO_CYCLE, type FunctionNode } from './nodes.ts';
import { isCarried, mayCompute, workOf } from './work.ts';
import { sameWork } from './work-terms.ts';

/**
 * Works out anew how long functions compute where a change may alter it, callees first; returns those of which it is
 * something else now. Functions that call each other are taken together and from nothing: what they were before an edit,
 * and what is looked at first, leaves no trace.
 */
export function updateWork(changed: readonly FunctionNode[]): Set<FunctionNode> {
  const altered = new Set<FunctionNode>();
  const stale = new Set(changed);
  // Those that called each other may no longer do.
  for (const { cycle } of changed) for (const node of cycle) stale.add(node);
  for (const group of componentsOf([...stale].filter(mayCompute), callersOf)) {
    if (!group.some((node) => stale.has(node))) continue;
    const before = group.map(({ work }) => work);
    if (group.length > 1) computeCycle(group);
    else for (const node of group) computeAlone(node);
    group.forEach((node, index) => {
      if (sameWork(before[index], node.work)) {
        node.work = before[index];
        return;
      }
      altered.add(node);
      for (const caller of callersOf(node)) stale.add(caller);
    });
  }
  return altered;
}

/** Who has the work of the function in its own. */
function callersOf(node: FunctionNode): FunctionNode[] {
  const callers: FunctionNode[] = [];
  for (const edge of node.in) if (isCarried(edge)) callers.push(edge.from);
  return callers;
}

function computeAlone(node: FunctionNode): void {
  node.cycle = NO_CYCLE;
  if (mayCompute(node)) node.work = workOf(node);
}

/** Longer than any way. */
const MAX_ROUNDS = 12;

/** In rounds, so that it does not depend on an order. On its way work never meets a function twice, so this ends. */
function computeCycle(group: readonly FunctionNode[]): void {
  for (const node of group) {
    node.cycle = group;
    node.work = undefined;
  }
  let dirty = new Set(group);
  for (let round = 0; round < MAX_ROUNDS && dirty.size > 0; round++) {
    const results = [...dirty].map((node) => [node, workOf(node)] as const);
    dirty = new Set();
    for (const [node, work] of results) {
      if (sameWork(node.work, work)) continue;
      node.work = work;
      for (const caller of callersOf(node)) if (caller.cycle === group) dirty.add(caller);
    }
  }
}
