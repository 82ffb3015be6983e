/**
 * Everything that can be reached from `roots`, in groups whose members reach each other; a group comes before those that
 * it reaches. (Tarjan's algorithm, without recursion.)
 */
export function componentsOf<T>(roots: Iterable<T>, next: (item: T) => Iterable<T>): T[][] {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const open = new Set<T>();
  const stack: T[] = [];
  const groups: T[][] = [];

  for (const root of roots) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const step = frame.rest.next();
      if (!step.done) {
        if (!order.has(step.value)) path.push(enter(step.value));
        else if (open.has(step.value)) lower(frame.item, order.get(step.value) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(parent.item, low.get(frame.item) ?? 0);
      if (low.get(frame.item) === order.get(frame.item)) groups.push(close(frame.item));
    }
  }
  return groups.reverse();

  function enter(item: T): { readonly item: T; readonly rest: Iterator<T> } {
    order.set(item, order.size);
    low.set(item, order.size - 1);
    open.add(item);
    stack.push(item);
    return { item, rest: next(item)[Symbol.iterator]() };
  }

  function lower(item: T, to: number): void {
    low.set(item, Math.min(low.get(item) ?? to, to));
  }

  function close(item: T): T[] {
    const group: T[] = [];
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      open.delete(member);
      group.push(member);
      if (member === item) break;
    }
    return group;
  }
}
