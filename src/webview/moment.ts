import { inWords } from '../advice/durations.ts';
import type { Interval, Outcome } from '../advice/gain.ts';

/** What the lanes do at one time, in words: for those who play the picture, and for those who do not see it. */
export function momentOf({ makespan, intervals }: Outcome, time: number): string {
  if (time >= makespan) return `done after ${inWords(makespan)}`;
  const running = intervals.filter(({ start, end }) => start <= time && time < end);
  const count = (lane: Interval['lane']): number => running.filter((interval) => interval.lane === lane).length;
  const waits = count('wait');
  const workers = count('worker');
  const parts = [
    count('loop') > 0 ? 'the event loop is busy' : 'the event loop is free',
    waits > 0 ? `${waits} ${waits === 1 ? 'wait' : 'waits'} under way` : '',
    workers > 0 ? `${workers} ${workers === 1 ? 'worker computes' : 'workers compute'}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** When something starts or ends, in both scenes: where a reader who steps through the picture stops. */
export function stepsOf(outcomes: readonly Outcome[]): readonly number[] {
  const times = outcomes.flatMap(({ intervals }) => intervals.flatMap(({ start, end }) => [start, end]));
  return [...new Set([0, ...times.map((time) => Number(time.toPrecision(6)))])].sort((a, b) => a - b);
}
