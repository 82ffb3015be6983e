import type { Confidence, Finding, Verdict } from '../model/finding.ts';
import { compareRanges } from '../model/range.ts';
import type { AwaitOrder, WorkItem, WorkProfile } from '../model/work-profile.ts';
import { durationOf, type Duration } from './durations.ts';
import type { Words } from './words.ts';

/** Something that a function does, with how long it takes in one call of the function. */
export interface Weighed extends Duration {
  readonly item: WorkItem;
  /** All rounds, one after another. */
  readonly total: number;
}

/** What decides on the verdict. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  /** In the order of the source. */
  readonly all: readonly Weighed[];
  /** The thread itself waits, and there is something asynchronous in its place. */
  readonly blocking: readonly Weighed[];
  /** The thread waits, and only another thread can do that for it. */
  readonly moved: readonly Weighed[];
  readonly heavy: readonly Weighed[];
  /** Awaits that could run together. */
  readonly free: readonly AwaitOrder[];
  /** Findings of what is no call by itself. */
  readonly cpuJoins: readonly Finding[];
  readonly ioWorkers: readonly Finding[];
  readonly expressions: readonly Finding[];
  /** Findings of what another function does that is handed over here. */
  readonly handedOver: readonly Finding[];
}

/** How many rounds a loop is taken to have whose number nobody tells. */
export const ASSUMED_ROUNDS = 20;

export function judge(profile: WorkProfile, findings: readonly Finding[], words: Words): Judgement {
  const all = profile.items.map((item) => weighed(item, words));
  // Where nobody waits for the thread, only that counts which a finding speaks of: what start-up code does for ever.
  const counting = mayBlock(profile) ? all.filter(({ item }) => isTold(item, findings)) : all;
  const holding = counting.filter(({ item }) => item.kind === 'blocking');
  const parts = {
    blocking: holding.filter(({ item }) => !isMoved(item)),
    moved: holding.filter(({ item }) => isMoved(item)),
    heavy: counting.filter(({ item }) => item.kind === 'compute' && (item.cost !== 'small' || isTold(item, findings))),
    free: profile.orders.filter(({ why }) => why === undefined),
    // That the function itself computes and never waits is told by what it computes.
    cpuJoins: ofRule(findings, 'concurrency-for-cpu').filter(({ range }) => compareRanges(range, profile.at) !== 0),
    ioWorkers: ofRule(findings, 'parallelism-for-io'),
    expressions: ofRule(findings, 'slow-regex'),
    handedOver: findings.filter((finding) => isHandedOver(finding, profile)),
  };
  const { blocking, moved, heavy, free, cpuJoins, ioWorkers, expressions, handedOver } = parts;
  const fits = (wanted: Verdict): boolean => handedOver.some(({ verdict }) => verdict === wanted);
  const waits = blocking.length + free.length + ioWorkers.length > 0 || fits('concurrency');
  const computes = moved.length + heavy.length + cpuJoins.length + expressions.length > 0 || fits('parallelism');
  const verdict = waits && computes ? 'both' : waits ? 'concurrency' : computes ? 'parallelism' : 'neither';
  return { verdict, confidence: confidenceOf(verdict, profile, parts), all, ...parts };
}

/** Whether nobody else waits for the thread that the function runs on. */
export function mayBlock({ reached }: Pick<WorkProfile, 'reached'>): boolean {
  return reached.circumstance === 'start-up' || reached.circumstance === 'off-loop';
}

function weighed(item: WorkItem, { pauseUnit }: Words): Weighed {
  const duration = durationOf(item, pauseUnit);
  const rounds = item.rounds && !item.estimate ? (item.rounds.amount ?? ASSUMED_ROUNDS) : 1;
  return { item, ...duration, total: duration.milliseconds * rounds };
}

/** Whether a finding speaks of it that is more than a hint. */
function isTold({ rule, at }: WorkItem, findings: readonly Finding[]): boolean {
  return findings.some(
    (finding) =>
      finding.rule === rule &&
      finding.severity !== 'hint' &&
      !finding.suppression &&
      compareRanges(finding.range, at) === 0,
  );
}

/** Where threads are there to compute, one that waits is told as parallelism. */
function isMoved({ verdict }: WorkItem): boolean {
  return verdict === 'parallelism';
}

const TOLD_BY_ITEMS: ReadonlySet<string> = new Set(['blocking-io', 'blocking-sleep', 'heavy-call', 'heavy-loop']);

/** `setInterval(poll, 1000)`: what blocks in `poll` is told here, where no item is. */
function isHandedOver({ rule, range, severity, suppression }: Finding, { items, reached }: WorkProfile): boolean {
  if (suppression || !TOLD_BY_ITEMS.has(rule) || (severity === 'hint' && mayBlock({ reached }))) return false;
  return !items.some(({ kind, at }) => (kind === 'blocking' || kind === 'compute') && compareRanges(at, range) === 0);
}

function ofRule(findings: readonly Finding[], rule: Finding['rule']): Finding[] {
  return findings.filter((finding) => finding.rule === rule && !finding.suppression);
}

type Parts = Omit<Judgement, 'verdict' | 'confidence' | 'all'>;

function confidenceOf(verdict: Verdict, { items, orders, reached, unweighed }: WorkProfile, parts: Parts): Confidence {
  const isUnproven = unweighed.length > 0 || orders.some(({ why }) => why === 'unknown');
  if (verdict === 'neither') return isUnproven || items.some(({ work }) => work === '') ? 'likely' : 'certain';
  if (reached.circumstance === 'unknown') return 'likely';
  const { blocking, moved, heavy, cpuJoins, ioWorkers, expressions, handedOver } = parts;
  const reasons: readonly Confidence[] = [
    ...[...blocking, ...moved, ...heavy].map(({ item }) => item.confidence),
    ...[...cpuJoins, ...ioWorkers, ...expressions, ...handedOver].map(({ confidence }) => confidence),
  ];
  return reasons.length === 0 || reasons.includes('certain') ? 'certain' : 'likely';
}
