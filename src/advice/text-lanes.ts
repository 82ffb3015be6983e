import type { Scene } from './gain.ts';
import { endOf, rowsOf, type Row } from './picture.ts';

const WIDTH = 48;
const SIGNS: Readonly<Record<Row['lane'], string>> = { loop: '█', wait: '─', worker: '▒' };

/** The time lanes of the picture in signs: `█` the event loop is busy, `─` a wait, `▒` a worker computes. */
export function drawTextLanes(scenes: readonly Scene[]): string {
  const end = endOf(scenes);
  const blocks = scenes.map(({ title, outcome }) => ({ title, rows: rowsOf(outcome) }));
  const labelWidth = Math.max(...blocks.flatMap(({ rows }) => rows.map(({ label }) => label.length)));
  return blocks
    .map(({ title, rows }) =>
      [title, ...rows.map((row) => `${row.label.padEnd(labelWidth)} ${drawRow(row, end)}`)].join('\n'),
    )
    .join('\n');
}

function drawRow({ lane, bars }: Row, end: number): string {
  const cells = new Array<string>(WIDTH).fill('·');
  for (const bar of bars) {
    const from = Math.min(WIDTH - 1, Math.floor((bar.start / end) * WIDTH));
    const to = Math.max(from + 1, Math.round((bar.end / end) * WIDTH));
    cells.fill(SIGNS[lane], from, Math.min(WIDTH, to));
  }
  return cells.join('');
}
