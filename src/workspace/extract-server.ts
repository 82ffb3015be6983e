import { parentPort, workerData } from 'node:worker_threads';
import { encodeFacts } from '../model/codec/encode.ts';
import { extractFile, type Extract, type ExtractSettings, type ExtractedFile, type Prepare } from './extract-file.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly settings: ExtractSettings;
  readonly files: readonly string[];
  /** The hash that makes extraction needless, by index into `files`. */
  readonly expected: readonly (string | undefined)[];
  readonly batchSize: number;
  /** `[next]`, then per worker `current`: the next file that nobody has, and the one that is being read (-1: none). */
  readonly state: Int32Array;
  readonly slot: number;
}

/** Facts of files `start`, `start + 1`, … as bytes: far cheaper to hand over than objects, and the cache keeps the same bytes. */
export interface WorkerBatch {
  readonly start: number;
  readonly encoded: Uint8Array;
  /** Where the part of each file ends in `encoded`; an empty part is an unchanged file. */
  readonly ends: readonly number[];
  readonly hashes: readonly string[];
  /** Modification time, change time and size per file. */
  readonly stamps: Float64Array;
}

/** The main loop of an extraction worker: takes batches until none is left. */
export async function serveExtraction(extract: Extract, prepare?: Prepare): Promise<void> {
  const input = workerData as WorkerInput;
  const { files, state, batchSize, slot } = input;
  await prepare?.(files);
  for (;;) {
    const start = Atomics.add(state, 0, batchSize);
    if (start >= files.length) break;
    const results: EncodedFile[] = [];
    for (let index = start; index < Math.min(start + batchSize, files.length); index++) {
      Atomics.store(state, slot, index);
      results.push(encoded(extractFile(files[index]!, input.expected[index], input.settings, extract)));
    }
    Atomics.store(state, slot, -1);
    const batch = toBatch(start, results);
    parentPort?.postMessage(batch, [batch.encoded.buffer as ArrayBuffer]);
  }
}

interface EncodedFile extends Omit<ExtractedFile, 'facts'> {
  readonly part: Uint8Array;
}

/** At once: facts that live until the batch is full cost the collector more than they do. */
function encoded({ facts, ...file }: ExtractedFile): EncodedFile {
  return { ...file, part: facts === undefined ? NOTHING : encodeFacts(facts) };
}

function toBatch(start: number, results: readonly EncodedFile[]): WorkerBatch {
  const stamps = new Float64Array(results.length * 3);
  const ends: number[] = [];
  const encoded = new Uint8Array(results.reduce((sum, { part }) => sum + part.length, 0));
  let end = 0;
  results.forEach(({ stamp, part }, index) => {
    encoded.set(part, end);
    end += part.length;
    ends.push(end);
    stamps.set([stamp.mtime, stamp.ctime, stamp.size], index * 3);
  });
  return { start, encoded, ends, hashes: results.map(({ hash }) => hash), stamps };
}

const NOTHING = new Uint8Array();
