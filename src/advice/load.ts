import type { Origin, Quantity, Scenario, Strategy, TaskLoad } from '../model/advice.ts';
import type { AwaitOrder, Rounds, WorkItem, WorkProfile } from '../model/work-profile.ts';
import { timeOfWaits } from './evidence.ts';
import { ASSUMED_ROUNDS, type Judgement, type Weighed } from './judge.ts';
import { quoted } from './phrases.ts';

/** The work of a function as many equal tasks, and how they run now and after a change. */
export interface Load {
  readonly load: TaskLoad;
  readonly now: Scenario;
  readonly after?: Scenario;
}

/** How many calls of the function are taken to come at once. */
const ASSUMED_CALLS = 8;
const ASSUMED_CORES = 4;
/** What the event loop spends on a small message, by measurement. */
const MESSAGE = 0.1;
/** What starting a worker computes, by measurement. */
const WORKER_START = 30;
/** What a worker waits for that only waits. */
const ASSUMED_WAIT = 100;
/** A bounded number at once, as most servers bear it. */
const ASSUMED_LIMIT = 10;

export function loadOf(profile: WorkProfile, judgement: Judgement): Load {
  const { strategy, saved = 0, ...load } = tasksOf(profile, judgement);
  const now: Scenario = { title: 'Now', strategy };
  const after = strategy === 'both' ? WITHOUT_WORKERS : afterOf(judgement, load);
  return {
    load: { ...load, cores: assumed(ASSUMED_CORES), message: assumed(MESSAGE) },
    now,
    ...(after && { after: saved > 0 ? { ...after, wait: Math.max(0, load.wait.amount - saved) } : after }),
  };
}

interface Tasks extends Omit<TaskLoad, 'cores' | 'message'> {
  readonly strategy: Strategy;
  /** How much shorter each waits after the change, within itself. */
  readonly saved?: number;
}

/** What decides is taken apart: rounds of a loop, awaits in a row, or calls of the function that come at once. */
function tasksOf(profile: WorkProfile, judgement: Judgement): Tasks {
  const { all, free, blocking, moved, heavy, cpuJoins, ioWorkers, verdict } = judgement;
  const [order] = [...free].sort((a, b) => timeOfWaits(b, all) - timeOfWaits(a, all));
  const [main] = [...blocking, ...moved, ...heavy].sort((a, b) => b.total - a.total);
  if (verdict === 'both' && order && main) return ofBoth(profile, judgement, order, main);
  if (order && timeOfWaits(order, all) >= (main?.total ?? 0)) return ofOrder(order, all);
  if (main?.item.rounds)
    return ofRounds(main.item.rounds, all, main.item.kind === 'blocking' ? 'blocking' : mannerOf(main));
  if (cpuJoins.length > 0 && main) return ofJobs(main, cpuJoins[0]?.path.at(-1)?.call ?? profile.name);
  if (!main && !order && ioWorkers.length > 0) return ofWorkers(profile);
  if (!main) {
    const together = all.find(({ item }) => item.isTogether && item.rounds);
    if (together?.item.rounds) return ofRounds(together.item.rounds, all, 'concurrent');
    const unproven = profile.orders.find(({ why }) => why === 'unknown');
    if (unproven) return ofOrder(unproven, all);
  }
  return ofCalls(profile, all, main);
}

/** Rounds that wait share what is computed; a row of awaits is shown in whole calls, in which the waits overlap. */
function ofBoth(profile: WorkProfile, { all, free }: Judgement, order: AwaitOrder, main: Weighed): Tasks {
  if (order.kind === 'row') return { ...ofCalls(profile, all, main), saved: overlapping(free, all) };
  const rounds = ofOrder(order, all);
  const computed = total(all.filter(isComputation));
  return { ...rounds, compute: { ...computed, amount: computed.amount / rounds.tasks.amount } };
}

/** How much shorter a call waits when what needs no order goes on together. */
function overlapping(free: readonly AwaitOrder[], all: readonly Weighed[]): number {
  return free.reduce((saved, order) => {
    if (order.kind !== 'row') return saved;
    const own = all.filter(({ item }) => order.calls.includes(item.text));
    const longest = Math.max(0, ...own.map(({ milliseconds }) => milliseconds));
    return saved + Math.max(0, timeOfWaits(order, all) - longest);
  }, 0);
}

function mannerOf({ item }: Weighed): Strategy {
  return item.isTogether ? 'concurrent' : 'sequential';
}

function ofOrder(order: AwaitOrder, all: readonly Weighed[]): Tasks {
  return order.kind === 'row' ? ofRow(order, all) : ofRounds(order.rounds, all, 'sequential');
}

function ofRow({ calls }: AwaitOrder, all: readonly Weighed[]): Tasks {
  const own = all.filter(({ item }) => calls.includes(item.text));
  return {
    unit: 'awaited call',
    tasks: { amount: Math.max(2, own.length), origin: 'known' },
    wait: average(own.filter(isWait)),
    compute: average(own.filter(isComputation)),
    strategy: 'sequential',
  };
}

function ofRounds(rounds: Rounds | undefined, all: readonly Weighed[], strategy: Strategy): Tasks {
  const own = all.filter(({ item }) => item.rounds && item.rounds.of === rounds?.of);
  const isBounded = strategy === 'sequential' && rounds?.amount === undefined;
  return {
    unit: rounds && rounds.of !== '' ? `round over ${quoted(rounds.of)}` : 'round of the loop',
    tasks:
      rounds?.amount === undefined ? assumed(ASSUMED_ROUNDS) : { amount: Math.max(1, rounds.amount), origin: 'known' },
    wait: sum(own.filter(isWait)),
    compute: sum(own.filter(isComputation)),
    ...(isBounded && { limit: ASSUMED_LIMIT }),
    strategy,
  };
}

function ofJobs(main: Weighed, name: string): Tasks {
  return {
    unit: `call of ${quoted(name)}`,
    tasks: assumed(ASSUMED_CALLS),
    wait: assumed(0),
    compute: sum([main]),
    strategy: 'concurrent',
  };
}

/** Each call starts a thread, which waits in its place. */
function ofWorkers({ name }: WorkProfile): Tasks {
  return {
    unit: `call of ${quoted(name)}`,
    tasks: assumed(ASSUMED_CALLS),
    wait: assumed(ASSUMED_WAIT),
    compute: assumed(WORKER_START),
    strategy: 'both',
  };
}

/** Calls that come at once: what they wait for overlaps by itself, unless the thread waits. */
function ofCalls({ name }: WorkProfile, all: readonly Weighed[], main: Weighed | undefined): Tasks {
  return {
    unit: `call of ${quoted(name)}`,
    tasks: assumed(ASSUMED_CALLS),
    wait: total(all.filter(isWait)),
    compute: total(all.filter(isComputation)),
    strategy: main?.item.kind === 'blocking' ? 'blocking' : 'concurrent',
  };
}

function isWait({ item: { kind } }: Weighed): boolean {
  return kind === 'blocking' || kind === 'wait' || kind === 'offloaded';
}

function isComputation({ item: { kind } }: { readonly item: WorkItem }): boolean {
  return kind === 'compute';
}

function assumed(amount: number): Quantity {
  return { amount, origin: 'assumed' };
}

function sum(parts: readonly Weighed[]): Quantity {
  return joined(
    parts,
    parts.reduce((all, { milliseconds }) => all + milliseconds, 0),
  );
}

/** In one call of the function; what is under way at the same time counts once. */
function total(parts: readonly Weighed[]): Quantity {
  return joined(
    parts,
    parts.reduce((all, { total: time, milliseconds, item }) => all + (item.isTogether ? milliseconds : time), 0),
  );
}

function average(parts: readonly Weighed[]): Quantity {
  const { amount, origin } = sum(parts);
  return { amount: parts.length === 0 ? 0 : amount / parts.length, origin };
}

const ORIGINS: readonly Origin[] = ['known', 'estimated', 'assumed'];

/** A sum is as sure as its least sure part. */
function joined(parts: readonly Weighed[], amount: number): Quantity {
  const worst = Math.max(-1, ...parts.map(({ origin }) => ORIGINS.indexOf(origin)));
  return { amount, origin: ORIGINS[worst] ?? 'assumed' };
}

const WITHOUT_WORKERS: Scenario = { title: 'Without workers', strategy: 'concurrent', compute: 0 };

function afterOf({ verdict, moved }: Judgement, { wait }: Pick<TaskLoad, 'wait'>): Scenario | undefined {
  switch (verdict) {
    case 'neither':
      return undefined;
    case 'concurrency':
      return { title: 'With overlapping waits', strategy: 'concurrent' };
    default:
      // What waits without an asynchronous form waits on the worker, too.
      if (moved.length > 0) return { title: 'On workers', strategy: 'parallel' };
      return {
        title: wait.amount > 0 ? 'With overlapping waits, on workers' : 'On workers',
        strategy: 'both',
      };
  }
}
