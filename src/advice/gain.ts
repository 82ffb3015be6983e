import type { Scenario, Strategy, TaskLoad } from '../model/advice.ts';

/**
 * A small discrete-event simulation of tasks on one event loop: what waiting and computing cost together, and what is
 * gained when waits overlap (concurrency) or when computations run at the same time (parallelism).
 */

/** All times in milliseconds, each at least 0. */
export interface Workload {
  /** How many tasks there are, all known at time 0. A whole number, at least 1. */
  readonly tasks: number;
  /** What each task waits for, before it computes. */
  readonly wait: number;
  /** What each task computes. */
  readonly compute: number;
  /** Workers that run at the same time; more than the cores bring nothing, so they are no more than these. */
  readonly workers: number;
  readonly cores: number;
  /** What the event loop spends on handing a task to a worker, and again on taking its result. */
  readonly message: number;
  /** How many tasks may be under way at once; all of them by default. */
  readonly limit?: number | undefined;
}

/** How long a computation that yields in between holds the loop at a time, in milliseconds. */
const PIECE = 10;
/** More pieces than this are made longer: a picture shows no more, and they cost time. */
const MAX_PIECES = 50;

export interface Interval {
  readonly lane: 'loop' | 'wait' | 'worker';
  /** Which worker; for waits, the lowest lane that is free. */
  readonly index: number;
  readonly task: number;
  readonly start: number;
  readonly end: number;
}

export interface Outcome {
  /** When the last task is done. */
  readonly makespan: number;
  /** The longest time during which the event loop is never free. */
  readonly longestStall: number;
  /** How long another request, come at any time before the last task is done, waits on average until the loop takes it up. */
  readonly latency: number;
  /** In the order in which they start. */
  readonly intervals: readonly Interval[];
}

interface Segment {
  readonly lane: Interval['lane'];
  readonly length: number;
}

interface Arrival {
  readonly time: number;
  readonly task: number;
  /** Index of the segment that the task comes to. */
  readonly segment: number;
}

export function simulate(workload: Workload, strategy: Strategy): Outcome {
  const segments = segmentsOf(workload, strategy);
  const { tasks } = workload;
  const lanes = createLanes(workload);
  const intervals: Interval[] = [];
  const arrivals: Arrival[] = [];
  let started = Math.min(tasks, limitOf(workload, strategy));
  for (let task = 0; task < started; task += 1) arrivals.push({ time: 0, task, segment: 0 });
  let makespan = 0;
  for (let arrival = arrivals.shift(); arrival; arrival = arrivals.shift()) {
    const { time, task, segment } = arrival;
    const next = segments[segment];
    if (next) {
      const interval = { ...lanes.take(next, time), lane: next.lane, task };
      if (next.length > 0) intervals.push(interval);
      insert(arrivals, { time: interval.end, task, segment: segment + 1 });
      continue;
    }
    makespan = Math.max(makespan, time);
    if (started < tasks) insert(arrivals, { time, task: started++, segment: 0 });
  }
  intervals.sort((a, b) => a.start - b.start);
  return { makespan, ...loopFigures(intervals, makespan), intervals };
}

function segmentsOf({ wait, compute, message }: Workload, strategy: Strategy): readonly Segment[] {
  const post: Segment = { lane: 'loop', length: message };
  switch (strategy) {
    case 'blocking':
      return [{ lane: 'loop', length: wait + compute }];
    case 'sequential':
    case 'concurrent':
      return [
        { lane: 'wait', length: wait },
        { lane: 'loop', length: compute },
      ];
    case 'chunked':
      return [{ lane: 'wait', length: wait }, ...piecesOf(compute)];
    case 'parallel':
      return [post, { lane: 'worker', length: wait + compute }, post];
    case 'both':
      return [{ lane: 'wait', length: wait }, post, { lane: 'worker', length: compute }, post];
  }
}

function piecesOf(compute: number): Segment[] {
  const count = Math.min(MAX_PIECES, Math.max(1, Math.ceil(compute / PIECE)));
  return Array.from({ length: count }, () => ({ lane: 'loop', length: compute / count }));
}

function limitOf({ limit }: Workload, strategy: Strategy): number {
  if (strategy === 'blocking' || strategy === 'sequential') return 1;
  return Math.max(1, limit ?? Infinity);
}

/** Arrivals stay in the order of time; equal times in the order in which they were noted. */
function insert(arrivals: Arrival[], arrival: Arrival): void {
  let low = 0;
  let high = arrivals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (arrivals[middle]!.time <= arrival.time) low = middle + 1;
    else high = middle;
  }
  arrivals.splice(low, 0, arrival);
}

type Slot = Pick<Interval, 'index' | 'start' | 'end'>;

/** First come, first served: the loop is one lane, the workers several, and there is always room to wait. */
function createLanes({ workers, cores }: Workload): { take(segment: Segment, time: number): Slot } {
  const freeAt = {
    loop: [0],
    worker: Array.from({ length: Math.max(1, Math.min(workers, cores)) }, () => 0),
    wait: [] as number[],
  };
  return {
    take({ lane, length }, time) {
      const lanes = freeAt[lane];
      const index = lane === 'wait' ? roomAt(lanes, time) : earliest(lanes);
      const start = Math.max(time, lanes[index] ?? 0);
      const end = start + length;
      lanes[index] = end;
      return { index, start, end };
    },
  };
}

function roomAt(lanes: readonly number[], time: number): number {
  const free = lanes.findIndex((until) => until <= time);
  return free === -1 ? lanes.length : free;
}

function earliest(lanes: readonly number[]): number {
  return lanes.indexOf(Math.min(...lanes));
}

/** A stretch of time in which nobody else gets the loop. */
export type Stretch = Pick<Interval, 'start' | 'end'>;

/** What follows at once on the loop is one stretch, until a task comes to its next piece: in between others have their turn. */
export function stretchesOf(intervals: readonly Interval[]): readonly Stretch[] {
  const stretches: { start: number; end: number }[] = [];
  let tasks = new Set<number>();
  for (const { lane, task, start, end } of intervals) {
    if (lane !== 'loop') continue;
    const last = stretches.at(-1);
    if (last && start <= last.end && !tasks.has(task)) {
      last.end = Math.max(last.end, end);
    } else {
      stretches.push({ start, end });
      tasks = new Set();
    }
    tasks.add(task);
  }
  return stretches;
}

function loopFigures(intervals: readonly Interval[], makespan: number): Pick<Outcome, 'longestStall' | 'latency'> {
  let longestStall = 0;
  let area = 0;
  for (const { start, end } of stretchesOf(intervals)) {
    longestStall = Math.max(longestStall, end - start);
    // Who comes while the loop is busy waits until it is free: on average half of the time that it is busy.
    area += (end - start) ** 2 / 2;
  }
  return { longestStall, latency: makespan === 0 ? 0 : area / makespan };
}

/** One half of the picture: what happens now, or after the change. */
export interface Scene {
  readonly title: string;
  readonly outcome: Outcome;
  /** The loop itself waits in it: while it is busy, it is stalled. */
  readonly isBlocking: boolean;
}

/** What a load becomes in each scenario. There are no more workers than cores. */
export function scenesOf(load: TaskLoad, scenarios: readonly Scenario[]): Scene[] {
  const workload = workloadOf(load);
  return scenarios.map(({ title, strategy, wait = workload.wait, compute = workload.compute }) => ({
    title,
    outcome: simulate({ ...workload, wait, compute }, strategy),
    isBlocking: strategy === 'blocking',
  }));
}

/** A picture of more tasks shows nothing more, and takes longer. */
const MAX_TASKS = 500;

function workloadOf({ tasks, wait, compute, cores, message, limit }: TaskLoad): Workload {
  return {
    tasks: Math.max(1, Math.min(MAX_TASKS, Math.round(tasks.amount))),
    wait: wait.amount,
    compute: compute.amount,
    workers: cores.amount,
    cores: cores.amount,
    message: message.amount,
    limit,
  };
}
