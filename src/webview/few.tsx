import type { ComponentChildren } from 'preact';

/** What one looks through without looking for something. */
const FEW = 6;

interface Props<T> {
  readonly items: readonly T[];
  /** Draws some of them as a list. */
  readonly list: (items: readonly T[]) => ComponentChildren;
}

/** The first of a long list, and the others on demand. */
export function Few<T>({ items, list }: Props<T>) {
  // One more line says no less than "1 more".
  if (items.length <= FEW + 1) return <>{list(items)}</>;
  return (
    <>
      {list(items.slice(0, FEW))}
      <details class="more">
        <summary>{items.length - FEW} more</summary>
        {list(items.slice(FEW))}
      </details>
    </>
  );
}
