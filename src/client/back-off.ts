const delays = [500, 2_000, 8_000, 30_000] as const;
/** A server that ran for so long is healthy again. */
const forgetAfter = 10 * 60_000;

export interface NextStart {
  /** Milliseconds to wait; undefined: it ended too often. */
  readonly delay: number | undefined;
  /** Whether the user has not been told of this series yet. */
  readonly isFirst: boolean;
}

/** When to start a process again that ends by itself. */
export class BackOff {
  #ends: number[] = [];

  /** To be called with the time when it ended. */
  next(now: number): NextStart {
    this.#ends = this.#ends.filter((end) => now - end < forgetAfter);
    this.#ends.push(now);
    return { delay: delays[this.#ends.length - 1], isFirst: this.#ends.length === 1 };
  }

  reset(): void {
    this.#ends = [];
  }
}
