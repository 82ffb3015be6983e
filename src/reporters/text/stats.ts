import type { ReportStats } from '../../model/report.ts';
import { formatCount } from '../findings.ts';
import { padEnd, padStart, widest } from './layout.ts';

/** What `--stats` adds: sizes, then the time of each stage. */
export function renderStats(stats: ReportStats): string[] {
  const rows: (readonly [string, string])[] = [
    ['files', formatCount(stats.files)],
    ['  from the cache', formatCount(stats.fromCache)],
    ['lines', formatCount(stats.lines)],
    ['functions', formatCount(stats.functions)],
    ['calls', formatCount(stats.calls)],
    ['parser', stats.engine],
    ['threads', formatCount(stats.threads)],
    ['peak memory', `${formatCount(Math.round(stats.peakMemory / 2 ** 20))} MiB`],
    ...stats.stages.map(([name, time]) => [`time: ${name}`, `${formatCount(Math.round(time))} ms`] as const),
  ];
  const names = widest(rows.map(([name]) => name));
  const values = widest(rows.map(([, value]) => value));
  return ['Statistics', ...rows.map(([name, value]) => `  ${padEnd(name, names)}  ${padStart(value, values)}`), ''];
}
