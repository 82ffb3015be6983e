/** What a catalog says of what to do about an API. */
export interface Remedy {
  readonly strategy: 'await-twin' | 'offload' | 'advice';
  /** Canonical name of the asynchronous twin. */
  readonly target?: string | undefined;
  /** The package of the twin. */
  readonly needs?: string | undefined;
  /** A sentence of its own. */
  readonly say?: string | undefined;
  /** What a thread does for it. */
  readonly gil?: 'holds' | 'releases' | 'python' | undefined;
  readonly work: string;
}

/** What to do about findings in one language, and with one event loop: sentences, and parts of them. */
export interface Techniques {
  /** An API of the catalog, by the name that its users know. */
  nameOf(canonical: string): string;
  /** In place of a call that waits for something: `call` is its source text. */
  wait(remedy: Remedy, call: string): string | undefined;
  /** In place of a call that computes. */
  compute(remedy: Remedy, call: string): string | undefined;
  /** What a thread is for that a waiting call is handed to: it waits in the place of the event loop, or it is there to compute. */
  readonly threads: 'wait' | 'compute';
  /** In place of a loop that looks at the clock. */
  readonly spin: string;
  /** In place of rounds that wait for each other; short: the source writes the list down. */
  rounds(isShort: boolean): string;
  /** In place of awaits in a row. */
  readonly together: string;
  /** Where jobs that only compute are to run. */
  readonly jobs: string;
  /** What becomes of an asynchronous function that only computes. */
  readonly alone: string;
  /** Why waiting for them together gains nothing; ends in a verb phrase of the caller. */
  readonly joined: string;
  /** Why a thread may stop the loop as well: a clause on what runs in it. */
  readonly held: string;
  /** What threads do instead of computing at the same time; undefined where they do. */
  readonly turns?: string;
  /** In place of a thread or process that only waits, and of one that does little. */
  readonly awaitHere: string;
  readonly callHere: string;
  /** Where a long computation is to go, and how it lets others run. */
  readonly move: string;
  readonly pause: string;
  /** A regular expression as it is written. */
  readonly expression: (pattern: string, flags: string) => string;
  /** Where a slow expression is to be matched. */
  readonly match: string;
  /** Collections for looking things up. */
  readonly set: string;
  readonly map: string;
}
