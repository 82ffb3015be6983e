import { availableParallelism } from 'node:os';
import { stampOf, type ExtractSettings } from './extract-file.ts';
import { toAbsolute } from './paths.ts';
import type { Task } from './pool.ts';

/** Bytes of source below which starting threads, each with a parser of its own, costs more than they save. */
const threadsPayFrom = 8_000_000;
/** A grammar in WASM reads that much slower. */
const pythonFactor = 6;
/** Files below which starting threads that judge, each with its code and the catalog to load, costs more than they save. */
const judgesPayFrom = 3000;
const maxThreads = 4;
const sampleSize = 100;

/** How many threads pay for these files. */
export function threadsFor(tasks: readonly Task[], settings: ExtractSettings): number {
  const cores = availableParallelism();
  return cores < 2 || estimateBytes(tasks, settings) < threadsPayFrom ? 0 : Math.min(cores, maxThreads);
}

/** How many threads pay for judging so many files in so many batches, where no number is wanted. */
export function judgesFor(files: number, batches: number, wanted: number | undefined): number {
  const most = wanted ?? (files < judgesPayFrom ? 0 : Math.min(availableParallelism(), maxThreads));
  const count = Math.min(most, batches);
  // One would only do what this thread can do.
  return count < 2 ? 0 : count;
}

/** From the sizes of some files: to ask for all of them takes a tenth of a second in a large project. */
function estimateBytes(tasks: readonly Task[], { root, maxFileSize }: ExtractSettings): number {
  const step = Math.max(1, Math.floor(tasks.length / sampleSize));
  const sample = tasks.filter((_, index) => index % step === 0);
  const total = sample.reduce((sum, { file }) => {
    const size = sizeOf(toAbsolute(root, file));
    const work = file.endsWith('.py') ? size * pythonFactor : size;
    return sum + (size > maxFileSize ? 0 : work);
  }, 0);
  return sample.length === 0 ? 0 : (total / sample.length) * tasks.length;
}

function sizeOf(path: string): number {
  try {
    return stampOf(path).size;
  } catch {
    return 0;
  }
}
