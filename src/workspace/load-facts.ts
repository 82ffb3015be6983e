import { encodeFacts } from '../model/codec/encode.ts';
import type { FactsCache } from './cache.ts';
import { stampOf } from './extract-file.ts';
import { packedFile, plainFile, type LoadedFile } from './loaded-file.ts';
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
  /** Told of each file that is extracted, while others still are. */
  readonly onExtracted?: ((file: string, known: LoadedFile) => void) | undefined;
}

/** What is known of files, by their paths. */
export type LoadedFiles = Map<string, LoadedFile>;

/** Brings these files up to date: from the cache where it holds, else extracted. */
export async function loadFiles(files: readonly string[], options: LoadOptions): Promise<LoadedFiles> {
  const { cache, counts, pool, onProgress } = options;
  const loaded: LoadedFiles = new Map();
  const tasks = await findTasks(files, loaded, options);
  let done = loaded.size;
  counts.fromCache += done;
  onProgress?.(done, files.length);
  const again: Task[] = [];
  const take = (result: TaskResult): void => {
    const known = loadedFrom(result, cache);
    if (known === undefined) return void again.push({ file: result.file, expected: undefined });
    loaded.set(result.file, known);
    counts[result.facts === undefined ? 'fromCache' : 'extracted']++;
    onProgress?.(++done, files.length);
    options.onExtracted?.(result.file, known);
  };
  const used = await extractAll(tasks, { ...pool, threads: options.threads ?? threadsFor(tasks, pool.settings) }, take);
  counts.threads = Math.max(counts.threads, used);
  // The content is the expected one, but what is known of it is gone.
  await extractAll(again, { ...pool, threads: options.threads ?? threadsFor(again, pool.settings) }, take);
  return loaded;
}

/** Reads something of each of these files; those that turn out to be damaged are extracted again. */
export async function readEach<T>(
  files: readonly string[],
  loaded: LoadedFiles,
  options: LoadOptions,
  read: (file: LoadedFile) => T,
): Promise<T[]> {
  const damaged: string[] = [];
  const readOne = (file: string): T | undefined => {
    try {
      return read(loaded.get(file)!);
    } catch {
      damaged.push(file);
      return undefined;
    }
  };
  const found = files.map(readOne);
  if (damaged.length === 0) return found as T[];
  for (const file of damaged) options.cache?.drop(file);
  options.counts.fromCache -= damaged.length;
  for (const [file, known] of await loadFiles(damaged, options)) loaded.set(file, known);
  return files.map((file, index) => found[index] ?? read(loaded.get(file)!));
}

/** Undefined: it is not in the cache although it should be. */
function loadedFrom(
  { file, stamp, hash, facts, encoded }: TaskResult,
  cache: FactsCache | undefined,
): LoadedFile | undefined {
  if (facts === undefined) {
    const known = cache?.read(file);
    if (known) cache?.touch(file, stamp);
    return known && packedFile(known);
  }
  if (encoded) {
    if (hash !== '') cache?.put(file, stamp, hash, encoded);
    return packedFile({ hash, encoded });
  }
  const plain = facts();
  if (hash !== '') cache?.put(file, stamp, hash, encodeFacts(plain));
  return plainFile(hash, plain);
}

/** Takes what is fresh out of the cache and returns what is left to do. */
async function findTasks(files: readonly string[], loaded: LoadedFiles, { cache, pool }: LoadOptions): Promise<Task[]> {
  if (cache === undefined) return files.map((file) => ({ file, expected: undefined }));
  const tasks: Task[] = [];
  let pause = performance.now() + 50;
  for (const file of files) {
    const state = cache.check(file, () => stampOf(toAbsolute(pool.settings.root, file)));
    const known = state === 'fresh' ? cache.read(file) : undefined;
    if (known) loaded.set(file, packedFile(known));
    else tasks.push({ file, expected: typeof state === 'string' ? undefined : state.hash });
    if (performance.now() < pause) continue;
    await new Promise(setImmediate);
    pause = performance.now() + 50;
  }
  return tasks;
}
