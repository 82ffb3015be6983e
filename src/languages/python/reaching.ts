import type { Binding, Scope, Span, Write, WritePlace } from './records.ts';

/**
 * The writes of which a name may have its value at a place: in the function that writes it, the last one that always comes
 * before, and what may come in between. Undefined where that may be any of them.
 */
export function writesReaching(
  { writes, scope: own }: Binding,
  scope: Scope,
  at: number,
): readonly Write[] | undefined {
  if (writes.length < 2 || own.fn !== scope.fn) return undefined;
  const first = writes.filter(isAtStart);
  const placed = writes.flatMap((write) => (write.place ? [{ write, place: write.place }] : []));
  if (placed.length + first.length < writes.length) return undefined;
  const before = placed.filter(({ place }) => place.at <= at && contains(place.block, at));
  if (before.length === 0 && first.length === 0) return undefined;
  const from = Math.max(-1, ...before.map(({ place }) => place.at));
  const reaching = placed.filter(({ place }) => place.at === from || mayFollow(place, from, at));
  const found = [...(from < 0 ? first : []), ...reaching.map(({ write }) => write)];
  return found.length < writes.length ? found : undefined;
}

function isAtStart(write: Write): boolean {
  return (
    write.kind === 'param' || write.kind === 'receiver' || (write.kind === 'expression' && write.isDefault === true)
  );
}

/** Whether it comes after one place and before the other, perhaps in an earlier round of a loop around that. */
function mayFollow({ at: own, loops }: WritePlace, from: number, at: number): boolean {
  return own <= at ? own > from : loops.some((loop) => contains(loop, at) && loop.start > from);
}

function contains({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}
