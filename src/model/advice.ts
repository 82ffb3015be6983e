import type { Confidence, PathStep, Verdict } from './finding.ts';
import type { FixStrategy } from './fix.ts';
import type { Range } from './range.ts';
import type { Reached, UnresolvedCall } from './work-profile.ts';

/** A reason for a verdict, with its place in the code. */
export interface Evidence {
  /** What it is, for tests and icons: `blocking`, `await-in-loop`, … */
  readonly kind: EvidenceKind;
  /** One sentence. */
  readonly text: string;
  readonly file: string;
  readonly at: Range;
  /** From the function down to the operation; empty or one step where it stands in the function. */
  readonly path: readonly PathStep[];
  readonly confidence: Confidence;
}

export const evidenceKinds = [
  'blocking',
  'compute',
  'wait',
  'offloaded',
  'await-in-loop',
  'sequential-awaits',
  'ordered-awaits',
  'unproven-awaits',
  'concurrency-for-cpu',
  'parallelism-for-io',
  'slow-regex',
  'already-together',
  'async-without-wait',
  'reached',
  'cheap',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** `known`: the source says so. `estimated`: from what the source shows. `assumed`: typical for such work. */
export type Origin = 'known' | 'estimated' | 'assumed';

/** A number with where it comes from. */
export interface Quantity {
  readonly amount: number;
  readonly origin: Origin;
}

/**
 * What happens in the picture. `blocking`: the thread itself waits. `sequential`: one wait after another, the loop is free
 * meanwhile. `concurrent`: waits overlap. `parallel`: whole tasks on workers. `both`: waits overlap, workers compute.
 * `chunked`: waits overlap, the loop computes a piece at a time.
 */
export const strategies = ['blocking', 'sequential', 'concurrent', 'chunked', 'parallel', 'both'] as const;
export type Strategy = (typeof strategies)[number];

/** Many equal tasks that stand for the work of a function. Times are milliseconds. */
export interface TaskLoad {
  /** What one task is: "call of `load`", "round over `ids`". */
  readonly unit: string;
  readonly tasks: Quantity;
  /** What each waits for. */
  readonly wait: Quantity;
  /** What each computes. */
  readonly compute: Quantity;
  readonly cores: Quantity;
  /** What handing one task to a worker costs the event loop, and again taking its result. */
  readonly message: Quantity;
  /** How many may be under way at once after the change; all of them by default. */
  readonly limit?: number;
}

export interface Scenario {
  /** `Now`, "After `Promise.all`". */
  readonly title: string;
  readonly strategy: Strategy;
  /** Milliseconds that each task waits then, where some of its waits overlap. */
  readonly wait?: number;
  /** Milliseconds that each task computes then, where the change takes some of it away. */
  readonly compute?: number;
}

export const techniques = [
  'await',
  'together',
  'bounded',
  'stream',
  'thread',
  'worker',
  'pool',
  'chunk',
  'start-up',
  'cache',
  'better-algorithm',
  'leave',
] as const;
export type TechniqueId = (typeof techniques)[number];

/** Something that can be done. */
export interface Technique {
  readonly id: TechniqueId;
  readonly title: string;
  /** What it does for this function. */
  readonly why: string;
  /** What it costs: signatures, callers, messages. */
  readonly cost: string;
  /** What the picture shows when it is applied. */
  readonly strategy?: Strategy;
  /** Fingerprints of findings whose fixes may carry it out, and which of their fixes do. */
  readonly findings: readonly string[];
  readonly fixes: readonly FixStrategy[];
}

/** Another function of the file, in short. */
export interface AdviceSummary {
  readonly name: string;
  readonly at: Range;
  readonly verdict: Verdict;
  readonly sentence: string;
}

/** What fits the work of a function, and why. Texts are Markdown of one line: names are in backticks. */
export interface Advice {
  readonly subject: 'function' | 'file';
  readonly language: string;
  readonly name: string;
  readonly file: string;
  readonly at: Range;
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  /** The verdict in one sentence. */
  readonly sentence: string;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
  /** How it comes to run, and in one sentence. */
  readonly reached: Reached & { readonly sentence: string };
  readonly load: TaskLoad;
  readonly now: Scenario;
  /** Absent where nothing is to be changed. */
  readonly after?: Scenario;
  /** The one that fits best first. */
  readonly techniques: readonly Technique[];
  /** What people try in vain, and why it does not help here. */
  readonly notHelping: readonly { readonly what: string; readonly why: string }[];
  /** When to leave it as it is. */
  readonly whenToLeave: readonly string[];
  /** Calls of which nobody knows what they do. */
  readonly unresolved: readonly UnresolvedCall[];
  /** Concurrency and parallelism in four sentences with the function's own names. */
  readonly explanation: readonly string[];
  /** Functions of the file that could be better, the most pressing first; empty where the subject is a function. */
  readonly functions: readonly AdviceSummary[];
}
