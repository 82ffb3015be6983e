import { inWords } from './durations.ts';
import { stretchesOf, type Interval, type Outcome, type Scene, type Stretch } from './gain.ts';

/** One lane of a scene. */
export interface Row {
  readonly label: string;
  readonly lane: Interval['lane'];
  readonly bars: readonly Stretch[];
}

/** A busy stretch of the event loop that people notice, in milliseconds. */
const STALL = 50;
const MAX_ROWS = 4;

const labelWidth = 92;
const rightMargin = 8;
const rowHeight = 18;
const barHeight = 12;
const titleHeight = 22;
const axisHeight = 22;

export interface PictureOptions {
  /** Unique on the page. */
  readonly id?: string;
  /** In pixels at which the texts have their own size. */
  readonly width?: number;
}

interface Frame {
  readonly id: string;
  readonly width: number;
  /** Of the time scale. */
  readonly end: number;
}

/** Where the time scale begins and ends, for those who mark a time on it. */
export function timeSpan(width: number): { readonly left: number; readonly right: number } {
  return { left: labelWidth, right: width - rightMargin };
}

/**
 * Time lanes of the event loop, of waits and of workers as an SVG element: one scene below the other on one time scale.
 * It carries no colours: the page styles the classes `lane-loop`, `lane-stall`, `lane-hatch`, `lane-wait`, `lane-worker`,
 * `lane-grid`, `lane-title` and `lane-label`. What is stalled is hatched, so it shows without colours as well.
 */
export function drawLanes(scenes: readonly Scene[], { id = 'lanes', width = 640 }: PictureOptions = {}): string {
  const frame: Frame = { id, width, end: endOf(scenes) };
  let top = 0;
  const parts: string[] = [];
  for (const scene of scenes) {
    const drawn = drawScene(scene, top, frame);
    parts.push(drawn.markup);
    top += drawn.height;
  }
  const summary = scenes.map(describeScene).join(' ');
  return (
    `<svg class="lanes" role="img" aria-labelledby="${id}-text" viewBox="0 0 ${width} ${top}" xmlns="http://www.w3.org/2000/svg">` +
    `<title id="${id}-text">${escaped(summary)}</title>` +
    `<defs><pattern id="${id}-stall" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect class="lane-stall" width="6" height="6"/><rect class="lane-hatch" width="2" height="6"/></pattern></defs>` +
    `${parts.join('')}</svg>`
  );
}

/** Where the time scale ends, in milliseconds, always after its beginning: all scenes share it. */
export function endOf(scenes: readonly Scene[]): number {
  const end = Math.max(0, ...scenes.map(({ outcome }) => outcome.makespan));
  return end > 0 ? end : 1;
}

/** From how many milliseconds on a busy stretch of the loop is drawn as a stall. */
function stallOf({ isBlocking }: Scene): number {
  return isBlocking ? 0 : STALL;
}

/** Whether a stall is drawn in it. */
export function isStalled(scene: Scene): boolean {
  return scene.outcome.longestStall > 0 && scene.outcome.longestStall >= stallOf(scene);
}

/** The text twin of a scene. */
export function describeScene({ title, outcome }: Scene): string {
  const { makespan, longestStall, latency, intervals } = outcome;
  if (makespan === 0) return `${title}: nothing takes any time; the event loop stays free.`;
  const tasks = new Set(intervals.map(({ task }) => task)).size;
  const workers = new Set(intervals.filter(({ lane }) => lane === 'worker').map(({ index }) => index)).size;
  const count = `${tasks} ${tasks === 1 ? 'task takes' : 'tasks take'} ${inWords(makespan)}`;
  const where = workers > 0 ? ` on ${workers} ${workers === 1 ? 'worker' : 'workers'}` : '';
  const loop =
    longestStall === 0
      ? 'the event loop stays free'
      : `the event loop is busy for up to ${inWords(longestStall)} without a break, and others wait ${inWords(latency)} on average`;
  return `${title}: ${count}${where}; ${loop}.`;
}

function drawScene(scene: Scene, top: number, frame: Frame): { markup: string; height: number } {
  const rows = rowsOf(scene.outcome);
  const bottom = top + titleHeight + rows.length * rowHeight;
  const markup = [
    text(0, top + 15, 'lane-title', `${scene.title}: ${inWords(scene.outcome.makespan)}`),
    ...ticks(frame).map((time) => {
      const x = toX(time, frame);
      const anchor = time === 0 ? 'start' : x > frame.width - labelRoom / 2 ? 'end' : 'middle';
      return (
        `<line class="lane-grid" x1="${x}" x2="${x}" y1="${top + titleHeight}" y2="${bottom}"/>` +
        text(x, bottom + 12, 'lane-label', inWords(time), anchor)
      );
    }),
    ...rows.map((row, index) => drawRow(row, top + titleHeight + index * rowHeight, frame, stallOf(scene))),
  ];
  return { markup: markup.join(''), height: titleHeight + rows.length * rowHeight + axisHeight };
}

/** The lanes of a scene, from the event loop down. */
export function rowsOf({ intervals }: Outcome): Row[] {
  return [
    { label: 'Event loop', lane: 'loop', bars: stretchesOf(intervals) },
    ...lanesOf(intervals, 'wait', 'Wait'),
    ...lanesOf(intervals, 'worker', 'Worker'),
  ];
}

function lanesOf(intervals: readonly Interval[], lane: Interval['lane'], label: string): Row[] {
  const lanes = new Map<number, Interval[]>();
  for (const interval of intervals) {
    if (interval.lane !== lane) continue;
    const known = lanes.get(interval.index);
    if (known) known.push(interval);
    else lanes.set(interval.index, [interval]);
  }
  const rows = [...lanes].sort(([a], [b]) => a - b);
  const shown = rows.slice(0, MAX_ROWS).map(([index, own]) => {
    const isLast = index === MAX_ROWS - 1 && rows.length > MAX_ROWS;
    const more = isLast ? ` … ${rows.length}` : '';
    return { label: rows.length === 1 ? label : `${label} ${index + 1}${more}`, lane, bars: own };
  });
  return shown;
}

function drawRow({ label, lane, bars }: Row, y: number, frame: Frame, stall: number): string {
  const drawn = bars.map(({ start, end: until }) => {
    const x = toX(start, frame);
    const length = Math.max(1, toX(until, frame) - x);
    const isStall = lane === 'loop' && until - start >= stall;
    const look = isStall ? `class="lane-bar" fill="url(#${frame.id}-stall)"` : `class="lane-bar lane-${lane}"`;
    const tip = `<title>${escaped(`${label}: ${inWords(until - start)}`)}</title>`;
    return `<rect ${look} x="${x}" y="${y + 3}" width="${length}" height="${barHeight}" rx="2">${tip}</rect>`;
  });
  return text(0, y + 13, 'lane-label', label) + drawn.join('');
}

/** Between two times on the scale. */
const labelRoom = 60;

function ticks({ width, end }: Frame): number[] {
  const { left, right } = timeSpan(width);
  const rough = end / Math.max(2, Math.min(5, Math.floor((right - left) / labelRoom)));
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * unit).find((size) => size >= rough) ?? rough;
  const times: number[] = [];
  for (let index = 0; index * step <= end; index += 1) times.push(Number((index * step).toPrecision(6)));
  return times;
}

function toX(time: number, { width, end }: Frame): number {
  const { left, right } = timeSpan(width);
  return Math.round((left + (time / end) * (right - left)) * 10) / 10;
}

function text(x: number, y: number, look: string, content: string, anchor = 'start'): string {
  return `<text class="${look}" x="${x}" y="${y}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
