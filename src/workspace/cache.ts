import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readIndex, writeIndex, type CacheEntry } from './cache-index.ts';
import { PackWriter } from './cache-pack.ts';
import type { Stamp } from './extract-file.ts';

/** A file that changed this shortly before it was read may change again without a new time. Some file systems count in two seconds. */
const racyMilliseconds = 2000;
const maxPacks = 8;
/** Packs that no index names may belong to a process that is about to write its index. */
const orphanMilliseconds = 60 * 60 * 1000;

/**
 * Facts on disk. They lie encoded in packs, which are written once and never changed; the index says where, and
 * is replaced in one step. So a run after one edit writes one small pack, processes cannot disturb each other (the last
 * index wins, what it does not know is extracted again), and whatever is missing or damaged is simply not in the cache.
 */
export class FactsCache {
  readonly #folder: string;
  readonly #key: string;
  readonly #entries: Map<string, CacheEntry>;
  readonly #packs = new Map<string, Buffer>();
  readonly #started = Date.now();
  #writing: Promise<PackWriter> | undefined;
  #changed = false;

  private constructor(folder: string, key: string, entries: Map<string, CacheEntry>) {
    this.#folder = folder;
    this.#key = key;
    this.#entries = entries;
  }

  /** `key` names all that facts depend on beside the file: the version of the tool and of the facts. */
  static async open(folder: string, key: string): Promise<FactsCache> {
    const cache = new FactsCache(folder, key, await readIndex(folder, key));
    await cache.#loadPacks();
    return cache;
  }

  /** `fresh`: the facts hold. A hash: they hold if the content has it. */
  check(file: string, stampOf: (file: string) => Stamp): 'fresh' | 'missing' | { readonly hash: string } {
    const entry = this.#entries.get(file);
    if (entry === undefined) return 'missing';
    try {
      const now = stampOf(file);
      const { stamp } = entry;
      const isSame = stamp?.mtime === now.mtime && stamp.ctime === now.ctime && stamp.size === now.size;
      return isSame ? 'fresh' : { hash: entry.hash };
    } catch {
      return 'missing';
    }
  }

  /** The stored facts, packed. */
  read(file: string): { readonly hash: string; readonly encoded: Uint8Array } | undefined {
    const entry = this.#entries.get(file);
    const pack = entry && this.#packs.get(entry.pack);
    return entry && pack && { hash: entry.hash, encoded: pack.subarray(entry.begin, entry.end) };
  }

  /** What is stored of the file turned out to be damaged. */
  drop(file: string): void {
    this.#changed = this.#entries.delete(file) || this.#changed;
  }

  /** The content is the known one although the times are not. */
  touch(file: string, stamp: Stamp): void {
    const entry = this.#entries.get(file);
    if (entry === undefined) return;
    this.#entries.set(file, { ...entry, stamp: this.#trusted(stamp) });
    this.#changed = true;
  }

  put(file: string, stamp: Stamp, hash: string, encoded: Uint8Array): void {
    this.#writing ??= PackWriter.open(this.#folder);
    this.#changed = true;
    this.#writing.then(
      (writer) => {
        const begin = writer.append(encoded);
        const entry = { stamp: this.#trusted(stamp), hash, pack: writer.name, begin, end: begin + encoded.length };
        this.#entries.set(file, entry);
      },
      () => undefined,
    );
  }

  /** Forgets the files that are not among these. */
  keepOnly(files: ReadonlySet<string>): void {
    for (const file of this.#entries.keys()) {
      if (files.has(file)) continue;
      this.#entries.delete(file);
      this.#changed = true;
    }
  }

  /** Frees the memory of what has been read. */
  release(): void {
    this.#packs.clear();
  }

  /** Writes what is new. A cache that cannot be written is none: the next run does without. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    try {
      const writer = await this.#writing;
      await writer?.close();
      this.#writing = undefined;
      await this.#compact();
      await writeIndex(this.#folder, this.#key, this.#entries);
      await this.#removeOrphans();
    } catch {
      // The index on disk still fits the packs that it names.
    }
  }

  #trusted(stamp: Stamp): Stamp | undefined {
    return Math.max(stamp.mtime, stamp.ctime) > this.#started - racyMilliseconds ? undefined : stamp;
  }

  async #loadPacks(): Promise<void> {
    const ends = new Map<string, number>();
    for (const { pack, end } of this.#entries.values()) ends.set(pack, Math.max(end, ends.get(pack) ?? 0));
    const read = async ([name, end]: [string, number]): Promise<void> => {
      const bytes = await readFile(join(this.#folder, name)).catch(() => undefined);
      if (bytes !== undefined && bytes.length >= end) this.#packs.set(name, bytes);
    };
    await Promise.all([...ends].map(read));
    for (const [file, { pack }] of this.#entries) if (!this.#packs.has(pack)) this.#entries.delete(file);
  }

  /** Puts what is alive into one pack when there are many; the largest stays as it is while most of it is alive. */
  async #compact(): Promise<void> {
    const alive = new Map<string, number>();
    for (const { pack, begin, end } of this.#entries.values()) alive.set(pack, (alive.get(pack) ?? 0) + end - begin);
    if (alive.size <= maxPacks) return;
    await this.#loadPacks();
    const [largest] = [...alive].reduce((best, next) => (next[1] > best[1] ? next : best));
    const keep = alive.get(largest)! * 2 > (this.#packs.get(largest)?.length ?? 0);
    const writer = await PackWriter.open(this.#folder);
    for (const [file, entry] of this.#entries) {
      if (keep && entry.pack === largest) continue;
      const text = this.#packs.get(entry.pack)!.subarray(entry.begin, entry.end);
      const begin = writer.append(text);
      this.#entries.set(file, { ...entry, pack: writer.name, begin, end: begin + text.length });
    }
    await writer.close();
    this.release();
  }

  async #removeOrphans(): Promise<void> {
    const alive = new Set([...this.#entries.values()].map(({ pack }) => pack));
    for (const name of await readdir(this.#folder)) {
      if (alive.has(name) || !/\.(?:pack|tmp)$/.test(name)) continue;
      const path = join(this.#folder, name);
      const age = Date.now() - (await stat(path)).mtimeMs;
      if (age > orphanMilliseconds) await rm(path, { force: true });
    }
  }
}
