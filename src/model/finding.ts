import type { Range } from './range.ts';

export const ruleIds = [
  'blocking-io',
  'blocking-sleep',
  'heavy-call',
  'heavy-loop',
  'slow-regex',
  'await-in-loop',
  'sequential-awaits',
  'concurrency-for-cpu',
  'parallelism-for-io',
] as const;
export type RuleId = (typeof ruleIds)[number];

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** `certain`: every step is resolved. `likely`: one of several values or an unresolved callee runs the callback. */
export type Confidence = 'certain' | 'likely';

/** What fits the work: `concurrency` for waiting, `parallelism` for computing. */
export type Verdict = 'concurrency' | 'parallelism' | 'both' | 'neither';

/** `small`: well under a millisecond. `medium`: grows with its input. `large`: many milliseconds or unbounded. */
export type Cost = 'small' | 'medium' | 'large';

/** One step of a witness path: `call` is written at `at` in `file`, inside `caller`. */
export interface PathStep {
  readonly file: string;
  readonly at: Range;
  readonly caller: string;
  readonly call: string;
}

/** How the entry comes to run on the event loop. */
export interface EntryFacts {
  /** `handleUpload`, `callback of router.get`. */
  readonly name: string;
  /** `async function`, `request handler (Express)`, `timer`, … */
  readonly role: string;
  readonly file: string;
  readonly at: Range;
}

/** The blocking operation at the end of the witness path. */
/** A regular expression that takes more than linear time. */
export interface ExpressionSummary {
  readonly pattern: string;
  readonly flags: string;
  readonly growth: 'polynomial' | 'exponential';
  /** Of the polynomial. */
  readonly degree?: number;
  /** What it is applied to: `the body of a request`. */
  readonly input: string;
  /** How long that gets, in bytes, unless settings say otherwise. */
  readonly limit: number;
  /** An estimate for a text of that length, in milliseconds; an exponential one never ends. */
  readonly stall?: number;
  /** A text that shows it, as an expression of the language. */
  readonly attack?: string;
  /** A pattern that matches the same and takes linear time. */
  readonly safer?: string;
}

export interface OperationSummary {
  /** Canonical name (`node:fs.readFileSync`), or the function's name for user-declared ones. */
  readonly name: string;
  /** What it does, as a verb phrase: `reads a whole file`. */
  readonly does: string;
  /** `file`, `process`, `network`, `sleep`, `key derivation`, … */
  readonly work: string;
  readonly cost: Cost;
  /** What to do instead, as a sentence. */
  readonly instead?: string;
  /** Canonical name of the asynchronous twin. */
  readonly twin?: string;
  readonly url?: string;
  readonly expression?: ExpressionSummary;
}

/** What counts as heavy, in estimated operations, and what is assumed of data whose size nobody tells. */
export interface WorkLimits {
  /** How many items data from outside is taken to have. */
  readonly items: number;
  /** From how many operations on a computation is told. */
  readonly report: number;
  /** From how many on it is a warning, if nothing had to be assumed. */
  readonly warn: number;
}

/** Data on whose size an estimate hangs. */
export interface EstimateSize {
  /** What the growth calls it: `n`. */
  readonly name: string;
  /** Its source text: `rows.length`. */
  readonly of: string;
  /** How large it is, or is taken to be. */
  readonly amount: number;
  /** The source says how large it is. */
  readonly isKnown: boolean;
}

/** How much work there is to do, as far as the source tells. */
export interface Estimate {
  /** `n²`, `n × m`, `1.62ⁿ`; empty when nothing depends on data. */
  readonly growth: string;
  readonly sizes: readonly EstimateSize[];
  readonly operations: number;
  readonly milliseconds: number;
}

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly verdict: Verdict;
  /** Path of the file, relative to the workspace root, with `/`. */
  readonly file: string;
  readonly range: Range;
  /** One sentence. */
  readonly message: string;
  /** Why the severity is not what one would expect: `runs once, its result is kept`. */
  readonly notes: readonly string[];
  readonly entry: EntryFacts;
  readonly operation: OperationSummary;
  /** From the finding's place down to the operation; a direct finding has one step. */
  readonly path: readonly PathStep[];
  /** Set where the amount of work makes the finding. */
  readonly estimate?: Estimate;
  /** Awaits that can run together. */
  readonly together?: readonly Range[];
  /** Stable under edits elsewhere in the file. */
  readonly fingerprint: string;
  /** Set when a directive in the source suppresses it. */
  readonly suppression?: { readonly reason: string; readonly at: Range };
}
