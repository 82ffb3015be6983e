import type { CatalogOptions } from './catalog.ts';
import type { Judge, SurveyedHost } from './host.ts';
import { judgeParts, type PartResult } from './judge.ts';
import type { JudgeSettings } from './judge-thread.ts';
import { packParts } from './packed-parts.ts';
import type { Part } from './parts.ts';
import type { SessionOptions } from './session.ts';

export interface BatchOptions extends SessionOptions {
  /** What the catalog is made of, for threads; without it all parts are judged on this one. */
  readonly sources?: CatalogOptions | undefined;
}

/** Small parts are judged together up to so many files: each time a graph has to be set up. */
const BATCH = 800;

/** So many batches that wait for what an analyser says of regular expressions may be in memory. */
const MAX_WAITING = 2;

type Batch = readonly Part[];
type Results = readonly (readonly [Part, PartResult])[];
type JudgeBatch = (batch: Batch, onWait: () => void) => Promise<Results>;

/** Links and judges parts that no earlier audit knows, on threads if they pay, and keeps what it finds. */
export async function judgeBatches(
  host: SurveyedHost,
  options: BatchOptions,
  parts: readonly Part[],
): Promise<Results> {
  const batches = batchesOf(parts);
  const judges = startJudges(host, options, batches);
  const results: (readonly [Part, PartResult])[] = [];
  const take = (judge: JudgeBatch, waiting: number, next: () => Batch | undefined): Promise<void> =>
    takeBatches(next, waiting, async (batch, onWait) => {
      results.push(...(await judge(batch, onWait)));
    });
  const here: JudgeBatch = (batch, onWait) => judgeHere(host, options, batch, onWait);
  try {
    if (judges.length === 0) await take(here, MAX_WAITING, () => batches.shift());
    // From both ends: so the largest are not in memory together, and at the end neither a large nor many are left.
    batches.sort((a, b) => sizeOf(b) - sizeOf(a));
    await Promise.all(
      judges.map((judge, index) =>
        take(judgeThere(host, judge, here), 1, () => (index % 2 === 0 ? batches.shift() : batches.pop())),
      ),
    );
  } finally {
    for (const judge of judges) judge.end();
  }
  return results;
}

function startJudges(host: SurveyedHost, options: BatchOptions, batches: readonly Batch[]): readonly Judge[] {
  const { sources, version, severities, limits } = options;
  if (!sources || !host.startJudges || !host.packed) return [];
  const files = batches.reduce((sum, batch) => sum + sizeOf(batch), 0);
  const settings: JudgeSettings = { catalog: sources, version, severities, limits };
  return host.startJudges(settings, files, batches.length);
}

function batchesOf(parts: readonly Part[]): Batch[] {
  const batches: Part[][] = [];
  let room = 0;
  for (const part of parts) {
    if (part.files.length > room) {
      batches.push([]);
      room = BATCH;
    }
    batches.at(-1)?.push(part);
    room -= part.files.length;
  }
  return batches;
}

function sizeOf(batch: Batch): number {
  return batch.reduce((sum, { files }) => sum + files.length, 0);
}

/** Takes one batch after the other until none is left, but those that wait for an analyser do not hold up the next. */
async function takeBatches(
  take: () => Batch | undefined,
  waiting: number,
  judge: (batch: Batch, onWait: () => void) => Promise<void>,
): Promise<void> {
  const running: Promise<void>[] = [];
  for (let batch = take(); batch; batch = take()) {
    const next = batch;
    await new Promise<void>((onWait) => {
      const judged = judge(next, onWait);
      running.push(judged);
      void judged.finally(onWait).catch(() => undefined);
    });
    if (running.length > waiting) await running.shift();
  }
  await Promise.all(running);
}

async function judgeHere(
  host: SurveyedHost,
  options: BatchOptions,
  batch: Batch,
  onWait: () => void,
): Promise<Results> {
  const files = batch.map((part) => part.files.map(({ file }) => file));
  const { results, isFinal } = await judgeParts(host, options, files, onWait);
  if (isFinal) batch.forEach(({ key }, index) => keep(host, key, () => JSON.stringify(results[index])));
  return batch.map((part, index) => [part, results[index]!]);
}

/** If the thread is lost, what it had to do is done here: that works, or says what is wrong. */
function judgeThere(host: SurveyedHost, thread: Judge, here: JudgeBatch): JudgeBatch {
  return async (batch, onWait) => {
    const parts = batch.map(({ files }) => files);
    const packed = packParts(host, parts, (file) => host.packed!(file));
    const judged = await thread
      .judge(packed, (wanted) => {
        const asked = host.expressions?.(wanted) ?? Promise.resolve(new Map());
        onWait();
        return asked;
      })
      .catch(() => undefined);
    if (!judged) return here(batch, onWait);
    const { texts, isFinal } = judged;
    if (isFinal) batch.forEach(({ key }, index) => keep(host, key, () => texts[index]!));
    return batch.map((part, index) => [part, JSON.parse(texts[index]!) as PartResult]);
  };
}

function keep({ results }: SurveyedHost, key: string | undefined, text: () => string): void {
  if (key !== undefined) results?.put(key, text());
}
