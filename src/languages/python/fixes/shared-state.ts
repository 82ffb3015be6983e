import { type Node, part } from '../tree.ts';
import { type FixSource, functionAround, ownNodes, parentOf, sliceOf } from './source.ts';

/**
 * Names of shared state that a function reads before a new wait and changes after it: once the function waits there,
 * others may have changed it in between.
 */
export function tornState(source: FixSource, waits: readonly Node[]): Set<string> {
  const torn = new Set<string>();
  for (const wait of waits) {
    const around = functionAround(source, wait);
    if (around === source.root) continue;
    const uses = usesIn(source, around);
    for (const { name, isWrite, at } of uses) {
      const isLate = isWrite && at > wait.start;
      if (isLate && uses.some((use) => use.name === name && use.isRead && use.at < wait.start)) torn.add(name);
    }
  }
  return torn;
}

interface Use {
  readonly name: string;
  readonly at: number;
  readonly isRead: boolean;
  readonly isWrite: boolean;
}

/** Methods that change what they are called on. */
export const MUTATORS =
  /^(?:add|append|appendleft|clear|discard|extend|insert|pop|popitem|popleft|push|remove|reverse|setdefault|sort|update|write)$/;

/** Uses of attributes of `self` and of names that belong to scopes around the function. */
function usesIn(source: FixSource, fn: Node): Use[] {
  const outer = source.walk.functionOf.get(fn)?.scope.redirects;
  return [...ownNodes(fn)].flatMap((node): Use[] => {
    const isField = node.type === 'attribute' && /^(?:self|cls)$/.test(sliceOf(source, part(node, 'object') ?? node));
    const isOuter =
      node.type === 'identifier' && outer?.has(sliceOf(source, node)) === true && node.field !== 'attribute';
    return isField || isOuter ? [useOf(source, node)] : [];
  });
}

function useOf(source: FixSource, node: Node): Use {
  const name = sliceOf(source, node);
  let inner = node;
  let parent = parentOf(source, inner);
  while (parent?.type === 'subscript' && inner.field === 'value') [inner, parent] = [parent, parentOf(source, parent)];
  const isTarget = inner.field === 'left' && (parent?.type === 'assignment' || parent?.type === 'augmented_assignment');
  if (isTarget && parent) {
    // The right side is known when it writes.
    const isRead = parent.type === 'augmented_assignment' || inner !== node;
    return {
      name,
      at: isRead && parent.type === 'augmented_assignment' ? node.start : parent.end,
      isRead,
      isWrite: true,
    };
  }
  const call = parent?.type === 'attribute' ? parentOf(source, parent) : undefined;
  const method = parent?.type === 'attribute' ? sliceOf(source, part(parent, 'attribute') ?? parent) : '';
  const isWrite = call?.type === 'call' && MUTATORS.test(method);
  return { name, at: node.start, isRead: true, isWrite };
}
