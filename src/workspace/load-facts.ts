import type { FileFacts } from '../model/facts.ts';
import { encodeFacts } from '../model/codec/encode.ts';
import type { FactsCache } from './cache.ts';
import { stampOf } from './extract-file.ts';
import { toAbsolute } from './paths.ts';
import { extractAll, type PoolOptions, type Task, type TaskResult } from './pool.ts';
import { threadsFor } from './thread-count.ts';

export interface LoadCounts {
  fromCache: number;
  extracted: number;
  threads: number;
}

export interface LoadOptions {
  readonly cache: FactsCache | undefined;
  readonly counts: LoadCounts;
  readonly pool: Omit<PoolOptions, 'threads'>;
  /** Undefined: as many as pay. */
  readonly threads?: number | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The facts of these files, in the same order: from the cache where they hold, else extracted. */
export async function loadFacts(files: readonly string[], options: LoadOptions): Promise<readonly FileFacts[]> {
  const { cache, counts, pool, onProgress } = options;
  const facts = new Map<string, () => FileFacts>();
  const tasks = await findTasks(files, facts, options);
  let done = facts.size;
  counts.fromCache += done;
  onProgress?.(done, files.length);
  const again: Task[] = [];
  const take = (result: TaskResult): void => {
    const known = result.facts ?? keep(cache?.read(result.file));
    if (known === undefined) return void again.push({ file: result.file, expected: undefined });
    facts.set(result.file, known);
    if (result.facts === undefined) cache?.touch(result.file, result.stamp);
    else if (result.hash !== '') cache?.put(result.file, result.stamp, result.hash, encodedOf(result));
    counts[result.facts === undefined ? 'fromCache' : 'extracted']++;
    onProgress?.(++done, files.length);
  };
  const used = await extractAll(tasks, { ...pool, threads: options.threads ?? threadsFor(tasks, pool.settings) }, take);
  counts.threads = Math.max(counts.threads, used);
  // Entries that turned out to be damaged.
  await extractAll(again, { ...pool, threads: options.threads ?? threadsFor(again, pool.settings) }, take);
  return files.map((file) => facts.get(file)!());
}

function keep(facts: FileFacts | undefined): (() => FileFacts) | undefined {
  return facts && (() => facts);
}

/** Takes the fresh facts out of the cache and returns what is left to do. */
async function findTasks(
  files: readonly string[],
  facts: Map<string, () => FileFacts>,
  { cache, pool }: LoadOptions,
): Promise<Task[]> {
  if (cache === undefined) return files.map((file) => ({ file, expected: undefined }));
  const tasks: Task[] = [];
  let pause = performance.now() + 50;
  for (const file of files) {
    const state = cache.check(file, () => stampOf(toAbsolute(pool.settings.root, file)));
    const known = state === 'fresh' ? keep(cache.read(file)) : undefined;
    if (known !== undefined) facts.set(file, known);
    else tasks.push({ file, expected: typeof state === 'string' ? undefined : state.hash });
    if (performance.now() < pause) continue;
    await new Promise(setImmediate);
    pause = performance.now() + 50;
  }
  return tasks;
}

function encodedOf({ encoded, facts }: TaskResult): Uint8Array {
  return encoded ?? (facts ? encodeFacts(facts()) : new Uint8Array());
}
