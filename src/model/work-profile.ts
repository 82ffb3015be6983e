import type { Confidence, Cost, Estimate, PathStep, RuleId, Verdict } from './finding.ts';
import type { Range } from './range.ts';

/**
 * What a function spends its time on. `blocking`: the thread itself waits. `wait`: it waits while the loop runs other
 * things. `compute`: the thread computes. `offloaded`: something computes elsewhere, and the function waits for it.
 */
export type WorkKind = 'blocking' | 'wait' | 'compute' | 'offloaded';

/** How many rounds a loop has, as far as the source tells. */
export interface Rounds {
  /** The source text of what it goes through: `ids`. */
  readonly of: string;
  /** Set where the source says how many. */
  readonly amount?: number;
}

/** One thing that a function does, itself or through what it calls. */
export interface WorkItem {
  readonly kind: WorkKind;
  /** The source text of the call or the loop, in the function. */
  readonly text: string;
  readonly file: string;
  readonly at: Range;
  /** A verb phrase: `reads a whole file`; absent where only `work` is known. */
  readonly does?: string;
  /** `file`, `network`, `key derivation`, `loop`, …; empty where nobody knows. */
  readonly work: string;
  readonly cost: Cost;
  /** The rule that speaks of it, where one does. */
  readonly rule?: RuleId;
  /** What the rule says fits. */
  readonly verdict?: Verdict;
  /** How long it lets pass, in the unit of the language, where the source says so. */
  readonly pause?: number;
  /** How much work it is, where that is estimated. */
  readonly estimate?: Estimate;
  /** It is done for each of some items, in a loop of the function or in a callback. */
  readonly rounds?: Rounds;
  /** It is under way at the same time as others: it is handed to something like `Promise.all`. */
  readonly isTogether: boolean;
  /** Its result is kept, or it runs once. */
  readonly isKept: boolean;
  readonly confidence: Confidence;
  /** What to do instead, as a sentence. */
  readonly instead?: string;
  /** The asynchronous twin, as the language names it. */
  readonly twin?: string;
  /** What it does with the lock that threads of the interpreter share, where there is one. */
  readonly lock?: 'holds' | 'releases' | 'python';
  /** From the function down to the operation. */
  readonly path: readonly PathStep[];
}

/** Awaits that could run together, or that are right to wait for each other. */
export interface AwaitOrder {
  /** `each`: the rounds of a loop. `row`: one statement after another. */
  readonly kind: 'each' | 'row';
  readonly file: string;
  readonly at: Range;
  /** The source texts of the awaited calls. */
  readonly calls: readonly string[];
  /** What the loop goes through. */
  readonly rounds?: Rounds;
  /** Why they have to wait for each other, or that nobody knows it; absent where they could run together. */
  readonly why?: 'next' | 'retry' | 'first' | 'unknown';
}

/** How a function comes to run. */
export type Circumstance = 'loop' | 'start-up' | 'off-loop' | 'script' | 'unknown';

export interface Reached {
  readonly circumstance: Circumstance;
  /** `request handler (Express)`, `async function`: what the loop calls. */
  readonly role?: string;
  /** From what the loop calls down to the function; empty where that is the function itself. */
  readonly path: readonly PathStep[];
}

/** A call of which nobody knows what it does. */
export interface UnresolvedCall {
  readonly text: string;
  readonly file: string;
  readonly at: Range;
}

/** A computation that is long where there is much data, when nobody knows how much there is. */
export interface UnweighedWork extends UnresolvedCall {
  /** A verb phrase: `takes about n² steps, n = …`. */
  readonly does: string;
  readonly path: readonly PathStep[];
}

/** What is known of the work of one function: no judgement. */
export interface WorkProfile {
  readonly language: string;
  readonly name: string;
  readonly file: string;
  /** Its name, or where it starts. */
  readonly at: Range;
  readonly body: Range;
  readonly isModule: boolean;
  readonly isAsync: boolean;
  /** It awaits something that may not be there yet, or yields. */
  readonly waits: boolean;
  /** It changes something that outlives it, or may. */
  readonly touchesOutside: boolean;
  readonly reached: Reached;
  /** Its file and those of what calls it, directly or not, nearest first: some, if there are many. */
  readonly files: readonly string[];
  /** In the order of the source. */
  readonly items: readonly WorkItem[];
  readonly orders: readonly AwaitOrder[];
  readonly unresolved: readonly UnresolvedCall[];
  readonly unweighed: readonly UnweighedWork[];
}
