/** A loop or expression to run, with input of a stated size. */
export interface Sample {
  readonly name: string;
  /** How many items the input has; the rule is asked with the same assumption. */
  readonly items: number;
  /** JavaScript that makes the arguments of `run` from `n`. */
  readonly input: string;
  /** A module whose export `run` is the computation. */
  readonly source: string;
}

export const ROWS = 'Array.from({ length: n }, (_, i) => ({ id: i, key: `key ${i}`, value: (i * 7919) % 10007 }))';
export const NUMBERS = 'Array.from({ length: n }, (_, i) => (i * 7919) % 1000003)';
export const TEXTS = 'Array.from({ length: n }, (_, i) => `text ${(i * 7919) % 1000003}`)';
