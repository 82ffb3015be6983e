import type { RuleId } from '../model/finding.ts';

/** Rules whose findings are computations, which other threads can do. */
export const ofComputing: ReadonlySet<RuleId> = new Set([
  'heavy-call',
  'heavy-loop',
  'slow-regex',
  'concurrency-for-cpu',
]);
