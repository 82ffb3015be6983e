import { scenesOf, type Outcome, type Scene } from '../advice/gain.ts';
import { strategies, type Origin, type Scenario, type Strategy, type TaskLoad } from '../model/advice.ts';
import type { AdviceView } from '../protocol/advice.ts';

/** What the reader may change, in tasks, milliseconds and cores. */
export const knobs = ['tasks', 'wait', 'compute', 'cores'] as const;
export type Knob = (typeof knobs)[number];
export type Settings = Readonly<Record<Knob, number>>;

/** What the present is compared with. */
export function remediesOf({ after, techniques }: AdviceView): readonly Strategy[] {
  const own = [after?.strategy, ...techniques.map(({ strategy }) => strategy)];
  const always: readonly Strategy[] = ['concurrent', 'parallel', 'both'];
  return strategies.filter((strategy) => always.includes(strategy) || own.includes(strategy));
}

const durations = [
  0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000,
] as const;
const stops: Readonly<Record<Knob, readonly number[]>> = {
  tasks: [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200],
  wait: durations,
  compute: durations,
  cores: [1, 2, 3, 4, 6, 8, 10, 12, 16, 24, 32, 48, 64],
};

/** What a slider can be set to: round numbers, and the estimate that it starts from. */
export function stopsOf(knob: Knob, estimate: number): readonly number[] {
  return [...new Set([...stops[knob], estimate])].sort((a, b) => a - b);
}

export function settingsOf({ tasks, wait, compute, cores }: TaskLoad): Settings {
  return { tasks: tasks.amount, wait: wait.amount, compute: compute.amount, cores: cores.amount };
}

/** What a strategy is called. */
export const strategyNames: Readonly<Record<Strategy, string>> = {
  blocking: 'Blocking',
  sequential: 'One by one',
  concurrent: 'Concurrency',
  chunked: 'Chunks',
  parallel: 'Parallelism',
  both: 'Both',
};

/** The lanes of the present and of a change, for other numbers than the estimates. */
export function scenesFor(advice: AdviceView, settings: Settings, remedy: Strategy | undefined): readonly Scene[] {
  const { load, now } = advice;
  const scenarios = remedy === undefined ? [now] : [now, scenarioOf(advice, settings, remedy)];
  const changed = Object.fromEntries(knobs.map((knob) => [knob, { ...load[knob], amount: settings[knob] }]));
  return scenesOf({ ...load, ...changed }, scenarios);
}

function scenarioOf({ load, after }: AdviceView, settings: Settings, strategy: Strategy): Scenario {
  if (after?.strategy !== strategy) return { title: `With ${strategyNames[strategy].toLowerCase()}`, strategy };
  // What the change takes away stays the same part of the whole.
  const scaled = (knob: 'wait' | 'compute'): Partial<Scenario> => {
    const part = after[knob];
    const whole = load[knob].amount;
    return part === undefined || whole === 0 ? {} : { [knob]: (part / whole) * settings[knob] };
  };
  return { ...after, ...scaled('wait'), ...scaled('compute') };
}

/** Where the numbers come from, as a sentence: "Assumed: tasks, wait. Estimated: compute." */
export function originsOf({ load }: AdviceView, settings: Settings): string {
  const names = new Map<string, Knob[]>();
  for (const knob of knobs) {
    const origin = settings[knob] === load[knob].amount ? originNames[load[knob].origin] : 'Set by you';
    names.set(origin, [...(names.get(origin) ?? []), knob]);
  }
  return [...names].map(([origin, own]) => `${origin}: ${own.join(', ')}.`).join(' ');
}

const originNames: Readonly<Record<Origin, string>> = {
  known: 'From the code',
  estimated: 'Estimated',
  assumed: 'Assumed, not measured',
};

interface Change {
  readonly value: number;
  readonly direction: 'better' | 'same' | 'worse';
  /** "3.5× shorter". */
  readonly says: string;
}

export interface Figure {
  readonly label: string;
  readonly explains: string;
  readonly now: number;
  readonly after?: Change;
}

export function figuresOf(now: Outcome, after?: Outcome): readonly Figure[] {
  const figure = (label: string, explains: string, pick: (outcome: Outcome) => number): Figure => {
    const before = noticed(pick(now));
    return { label, explains, now: before, ...(after && { after: changeOf(before, noticed(pick(after))) }) };
  };
  return [
    figure('Total time', 'until all tasks are done', ({ makespan }) => makespan),
    figure('Longest stall', 'of the event loop', ({ longestStall }) => longestStall),
    figure('Latency of others', 'until the loop is free, on average', ({ latency }) => latency),
  ];
}

/** Less than this part of a figure is no difference that anyone would notice. */
const NOTICEABLE = 0.03;
/** Milliseconds that nobody notices. */
const TRIFLE = 0.005;

function noticed(time: number): number {
  return time < TRIFLE ? 0 : time;
}

function changeOf(now: number, value: number): Change {
  if (Math.abs(now - value) <= Math.max(TRIFLE, now * NOTICEABLE))
    return { value, direction: 'same', says: 'no change' };
  if (value < now) return { value, direction: 'better', says: value === 0 ? 'gone' : `${times(now / value)} shorter` };
  return { value, direction: 'worse', says: now === 0 ? 'new' : `${times(value / now)} longer` };
}

function times(factor: number): string {
  if (factor >= 1000) return 'over 1000×';
  return factor < 10 ? `${Number(factor.toPrecision(2))}×` : `${Math.round(factor)}×`;
}
