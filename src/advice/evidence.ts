import type { Evidence, EvidenceKind } from '../model/advice.ts';
import type { Finding } from '../model/finding.ts';
import type { AwaitOrder, UnweighedWork, WorkItem, WorkProfile } from '../model/work-profile.ts';
import { inWords } from './durations.ts';
import { mayBlock, type Judgement, type Weighed } from './judge.ts';
import { callsOf, capitalised, quoted } from './phrases.ts';
import type { Words } from './words.ts';

/** Evidence with its weight: what decides on most time comes first. */
type Ranked = readonly [weight: number, evidence: Evidence];

/** What decides outweighs what is only told. */
const DECIDES = 1e9;
const SAYS_WHY = 1e15;

export function evidenceOf(profile: WorkProfile, judgement: Judgement, words: Words): Evidence[] {
  const { verdict, all, blocking, moved, heavy, free, cpuJoins, ioWorkers, expressions, handedOver } = judgement;
  const deciding = new Set([...blocking, ...moved, ...heavy]);
  const ranked: Ranked[] = [
    ...[...cpuJoins, ...ioWorkers].map((finding): Ranked => [SAYS_WHY, ofFinding(finding)]),
    ...expressions.map((finding): Ranked => [
      DECIDES + (finding.operation.expression?.stall ?? SAYS_WHY),
      ofFinding(finding),
    ]),
    ...handedOver.map((finding): Ranked => [DECIDES, ofFinding(finding)]),
    ...free.map((order): Ranked => [DECIDES + timeOfWaits(order, all), ofOrder(order, words)]),
    ...all.map((weighed): Ranked => [(deciding.has(weighed) ? DECIDES : 0) + weighed.total, ofItem(weighed)]),
    ...profile.unweighed.map((work): Ranked => [verdict === 'neither' ? DECIDES + 1 : 0, ofUnweighed(work)]),
    ...(verdict === 'neither' ? reasonsForNothing(profile, judgement) : asyncWithoutWait(profile, 0)),
  ];
  return ranked.sort(([a, first], [b, second]) => b - a || first.at[0] - second.at[0]).map(([, evidence]) => evidence);
}

const KINDS: Readonly<Record<Finding['rule'], EvidenceKind>> = {
  'blocking-io': 'blocking',
  'blocking-sleep': 'blocking',
  'heavy-call': 'compute',
  'heavy-loop': 'compute',
  'slow-regex': 'slow-regex',
  'await-in-loop': 'await-in-loop',
  'sequential-awaits': 'sequential-awaits',
  'concurrency-for-cpu': 'concurrency-for-cpu',
  'parallelism-for-io': 'parallelism-for-io',
};

function ofFinding({ rule, message, file, range: at, path, confidence }: Finding): Evidence {
  return { kind: KINDS[rule], text: message, file, at, path, confidence };
}

/** The time that goes by in the awaits of an order, one after another. */
export function timeOfWaits({ calls }: AwaitOrder, all: readonly Weighed[]): number {
  return all.reduce((sum, { item, total }) => sum + (calls.includes(item.text) ? total : 0), 0);
}

function ofOrder({ kind, calls, rounds, file, at }: AwaitOrder, { all }: Words): Evidence {
  const names = callsOf(calls);
  const are = calls.length > 1 ? 'are' : 'is';
  const text =
    kind === 'row'
      ? `${capitalised(names)} are awaited one after another, although none needs the result of another: ${all} lets them overlap.`
      : `${names} ${are} awaited for one round over ${quoted(rounds?.of ?? '')} after another, although no round needs another one.`;
  return {
    kind: kind === 'row' ? 'sequential-awaits' : 'await-in-loop',
    text,
    file,
    at,
    path: [],
    confidence: 'certain',
  };
}

function ofItem(weighed: Weighed): Evidence {
  const { file, at, path, confidence, isTogether, kind, cost } = weighed.item;
  const isCheap = kind === 'compute' && cost === 'small';
  const named: EvidenceKind = isCheap ? 'cheap' : kind === 'wait' && isTogether ? 'already-together' : kind;
  return { kind: named, text: describe(weighed), file, at, path, confidence };
}

function ofUnweighed({ text, does, file, at, path }: UnweighedWork): Evidence {
  const says = `${quoted(text)} ${does}. How much data there is, the code does not tell.`;
  return { kind: 'compute', text: says, file, at, path, confidence: 'likely' };
}

const MANNERS: Readonly<Record<WorkItem['kind'], string>> = {
  blocking: 'while the thread waits',
  wait: 'while the event loop goes on',
  compute: 'on the thread of the event loop',
  offloaded: 'off the thread of the event loop',
};

/** "`readFileSync` reads a whole file while the thread waits: about 1 ms (assumed), in each round over `paths`." */
function describe({ item, milliseconds, origin }: Weighed): string {
  const { text, kind, rounds, isTogether, path } = item;
  const through = path.length > 1 ? ` through ${quoted(path.at(-1)?.call ?? '')}` : '';
  const often = isTogether
    ? ', at the same time as others'
    : rounds
      ? `, in each round${rounds.of === '' ? '' : ` over ${quoted(rounds.of)}`}`
      : '';
  // An estimate says how long it takes already.
  const time = item.estimate ? '' : `: about ${inWords(milliseconds)} (${origin})`;
  return `${quoted(text)} ${doesOf(item)}${through} ${MANNERS[kind]}${time}${often}.`;
}

const WAITS_FOR: Readonly<Record<string, string>> = {
  file: 'waits for a file',
  network: 'waits for the network',
  database: 'waits for a database',
  process: 'waits for another process',
  dns: 'waits for a name server',
  sleep: 'lets time pass',
  terminal: 'waits for the terminal',
  '': 'is awaited, and nobody knows what it waits for,',
};

/** A verb phrase. */
function doesOf({ does, work }: WorkItem): string {
  return does ?? WAITS_FOR[work] ?? `waits for ${work}`;
}

/** Why a function can stay as it is. */
function reasonsForNothing(profile: WorkProfile, { all }: Judgement): Ranked[] {
  const { name, file, at, reached, orders } = profile;
  const here = { file, at, path: [], confidence: 'certain' } as const;
  const reasons: Ranked[] = [];
  const holds = all.some(({ item }) => item.kind === 'blocking' || (item.kind === 'compute' && item.cost !== 'small'));
  if (holds && mayBlock(profile)) {
    const text =
      reached.circumstance === 'start-up'
        ? `${quoted(name)} runs while the program starts, before anybody waits for the event loop.`
        : `${quoted(name)} runs on a thread or in a process of its own, where no event loop waits.`;
    reasons.push([SAYS_WHY, { kind: 'reached', text, ...here }]);
  }
  for (const order of orders) {
    if (order.why)
      reasons.push([DECIDES, { ...here, ...ofBoundOrder(order, order.why), file: order.file, at: order.at }]);
  }
  reasons.push(...asyncWithoutWait(profile, DECIDES));
  if (profile.waits && !all.some(({ item }) => item.kind === 'wait' || item.kind === 'offloaded')) {
    const text = `${quoted(name)} awaits what it is handed, piece by piece, and nobody knows for how long.`;
    reasons.push([1, { kind: 'wait', text, ...here, confidence: 'likely' }]);
  }
  if (reasons.length === 0 && all.length === 0 && profile.unweighed.length === 0) {
    reasons.push([0, { kind: 'cheap', text: `${quoted(name)} calls nothing that is known to take long.`, ...here }]);
  }
  return reasons;
}

function ofBoundOrder(
  { calls, rounds, kind }: AwaitOrder,
  why: NonNullable<AwaitOrder['why']>,
): Pick<Evidence, 'kind' | 'text' | 'confidence'> {
  if (why !== 'unknown') return { kind: 'ordered-awaits', text: ORDERED[why], confidence: 'certain' };
  const names = capitalised(callsOf(calls));
  const are = calls.length > 1 ? 'are' : 'is';
  const text =
    kind === 'row'
      ? `${names} are awaited one after another. None needs the result of another; whether they may change places is not known.`
      : `${names} ${are} awaited for one round over ${quoted(rounds?.of ?? '')} after another. No round needs another one here; whether the calls may overlap is not known.`;
  return { kind: 'unproven-awaits', text, confidence: 'likely' };
}

const ORDERED = {
  next: 'One round has to wait for the one before: it needs what that one has found.',
  retry: 'One round has to wait for the one before: it is for when that one fails.',
  first: 'One round has to wait for the one before: the loop ends as soon as a result says so.',
};

function asyncWithoutWait({ isAsync, waits, name, file, at, items }: WorkProfile, weight: number): Ranked[] {
  if (!isAsync || waits || items.some(({ kind }) => kind === 'wait' || kind === 'offloaded')) return [];
  const text = `${quoted(name)} is asynchronous, but waits for nothing: it runs to its end at once, on the thread of the event loop.`;
  return [[weight, { kind: 'async-without-wait', text, file, at, path: [], confidence: 'certain' }]];
}
