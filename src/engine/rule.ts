import type { ApiEntry, CompiledApi } from '../catalog/types.ts';
import type { OperationFacts } from '../model/facts.ts';
import type {
  Confidence,
  Cost,
  EntryFacts,
  Estimate,
  ExpressionSummary,
  PathStep,
  RuleId,
  Verdict,
} from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import type { Techniques } from '../model/techniques.ts';

/** What stops the loop at the end of a witness path. */
export type Blocker =
  | { readonly kind: 'api'; readonly api: CompiledApi }
  | { readonly kind: OperationFacts['kind']; readonly text: string }
  /** A regular expression that takes more than linear time on a text from outside. */
  | { readonly kind: 'regex'; readonly text: string; readonly expression: ExpressionSummary }
  | WorkBlocker
  | AwaitsBlocker
  /** Jobs that are waited for together and only compute. */
  | {
      readonly kind: 'jobs';
      readonly text: string;
      /** The function that each of them is a call of. */
      readonly job: string;
      readonly computes: string;
      readonly does: string;
      /** Threads run them, which take turns: one, so that the loop goes on, or several, so that they are done sooner. */
      readonly inThread?: 'one' | 'several';
      /** Nothing joins them: the function is asynchronous, and awaited, without ever waiting. */
      readonly isAlone?: true;
    }
  /** A thread or process, and what it is good for. */
  | {
      readonly kind: 'worker';
      readonly text: string;
      readonly file: string;
      readonly work: 'waits' | 'small';
      readonly example: string | undefined;
    }
  /** A function that its author declared to be blocking. */
  | { readonly kind: 'declared'; readonly name: string };

/** What makes a computation long, which tells what to do about it. */
export type WorkShape = 'lookup' | 'copy' | 'sort' | 'pairs' | 'nest' | 'recursion' | 'permutation' | 'count';

/** Loops in loops, or a recursion. */
export interface WorkBlocker {
  readonly kind: 'work';
  readonly shape: WorkShape;
  /** The source text of the innermost loop. */
  readonly text: string;
  /** The data that the innermost loop goes through. */
  readonly data: string;
  readonly estimate: Estimate;
}

/** Awaits that could run together: what they wait for blocks nobody else, but the function itself. */
export interface AwaitsBlocker {
  readonly kind: 'awaits';
  /** The source texts of the awaited calls. */
  readonly calls: readonly string[];
  /** What the loop goes through; empty for awaits in a row. */
  readonly items: string;
  /** The loop goes through a list that the source writes down. */
  readonly isShort: boolean;
  readonly together: readonly Range[];
}

/** A place in an entry from where blocking work is reached, with the way to it. */
export interface Witness {
  readonly rule: RuleId;
  readonly file: string;
  readonly at: Range;
  /** The source text of the callee or of the operation. */
  readonly text: string;
  readonly blocker: Blocker;
  readonly cost: Cost;
  readonly confidence: Confidence;
  /** It runs once, its result is kept. */
  readonly isMemoised: boolean;
  /** It runs once, and that is when the program starts. */
  readonly isFilled?: boolean;
  /** It runs once for each key, or each object, that its result is kept by. */
  readonly isKept: boolean;
  /** It runs only when something failed before. */
  readonly isOnFailure: boolean;
  readonly isInLoop: boolean;
  /** From the place in the entry down to the operation. */
  readonly path: readonly PathStep[];
}

/** What a rule sees of a function that the loop runs. */
export interface EntryView extends EntryFacts {
  /** Blocking work that the entry does or reaches, in the order of the source. */
  witnesses(rule: RuleId): readonly Witness[];
}

export interface OperationText {
  readonly name: string;
  readonly does: string;
  readonly work: string;
  readonly instead?: string;
}

/** What a message is made of. */
export interface MessageData {
  readonly witness: Witness;
  readonly entry: EntryFacts;
  readonly operation: OperationText;
  readonly techniques: Techniques;
}

export interface RuleText {
  readonly title: string;
  /** Why it matters, for people who meet the rule for the first time. */
  readonly why: string;
  message(data: MessageData): string;
  /** How an operation that is no API of the catalog is told. */
  operation(blocker: Exclude<Blocker, { kind: 'api' }>, techniques: Techniques): OperationText;
  /** What to do instead of calling an API; `call` is the source text of the callee. */
  instead(entry: ApiEntry, call: string, techniques: Techniques): string | undefined;
}

/** A rule: what it looks for, and every sentence that is said about it. */
export interface Rule {
  readonly id: RuleId;
  readonly verdict: Verdict;
  readonly text: RuleText;
  check(entry: EntryView, report: (witness: Witness) => void): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
