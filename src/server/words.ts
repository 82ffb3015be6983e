import type { Cost, RuleId, Verdict } from '../model/finding.ts';

/** Whether the rule speaks of what keeps the thread; the others speak of work that is arranged in an unlucky way. */
export const blocks: Readonly<Record<RuleId, boolean>> = {
  'blocking-io': true,
  'blocking-sleep': true,
  'heavy-call': true,
  'heavy-loop': true,
  'slow-regex': true,
  'await-in-loop': false,
  'sequential-awaits': false,
  'concurrency-for-cpu': false,
  'parallelism-for-io': false,
};

/** How long something takes, as the end of a sentence. */
export const durations: Readonly<Record<Cost | 'none', string>> = {
  none: 'not with these arguments',
  small: 'for well under a millisecond as a rule',
  medium: 'the longer, the larger the input is',
  large: 'for many milliseconds, or without a bound',
};

interface VerdictWords {
  /** `waiting → concurrency`. */
  readonly title: string;
  readonly reason: (work: string) => string;
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  concurrency: {
    title: 'Waiting → concurrency',
    reason: (work) => `${work} work leaves the processor idle, so other work can go on meanwhile`,
  },
  parallelism: {
    title: 'Computing → parallelism',
    reason: (work) => `${work} keeps the processor busy, so only another thread frees the loop`,
  },
  both: {
    title: 'Waiting and computing → concurrency and parallelism',
    reason: (work) => `${work} work does both: await the waits, move the rest to another thread`,
  },
  neither: {
    title: 'Neither concurrency nor parallelism helps',
    reason: (work) => `${work} work is best left out of the event loop`,
  },
};
