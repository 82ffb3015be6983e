import type { SizeFacts } from '../../model/facts.ts';

/**
 * How many items data has. `part`: it belongs to an item of other data, so that all such parts together are as many as
 * the whole; nothing multiplies. Undefined: not known.
 */
export type Size = { readonly facts: SizeFacts; readonly share: number } | 'part' | undefined;

/** A share of everything. */
export const WHOLE = 1000;

export function constantSize(amount: number): Size {
  return { facts: ['constant', amount], share: WHOLE };
}

const ASSUMED_ROOT = 100;

export function root(size: Size): Size {
  if (size === undefined || size === 'part') return size;
  return constantSize(size.facts[0] === 'constant' ? Math.sqrt(size.facts[1]) : ASSUMED_ROOT);
}

export function compute(operator: string, a: number, b: number): number {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  return operator === '/' && b !== 0 ? a / b : Math.max(a, b);
}

export function scaled(size: Exclude<Size, 'part' | undefined>, operator: string, by: number): Size {
  if (operator !== '*' && operator !== '/') return operator === '+' || operator === '-' ? size : undefined;
  const factor = operator === '*' ? by : 1 / by;
  if (!(factor > 0) || !Number.isFinite(factor)) return undefined;
  const share = Math.round(size.share * factor);
  return share < 1 || share > 1e8 ? undefined : { facts: size.facts, share };
}

/** Half of it: of all pairs, or of what something has grown to, on an average. */
export function halved(size: Size): Size {
  if (!size || size === 'part') return size;
  if (size.facts[0] === 'constant') return constantSize(size.facts[1] / 2);
  return { facts: size.facts, share: Math.max(1, Math.round(size.share / 2)) };
}
