import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stamp } from './extract-file.ts';
import { makeFolder } from './make-folder.ts';

/** Where the facts of one file are, and which content they are of. */
export interface CacheEntry {
  /** Undefined: the file had just been written when it was read, so equal times would prove nothing. */
  readonly stamp: Stamp | undefined;
  readonly hash: string;
  /** Name of the pack file. */
  readonly pack: string;
  /** Bytes in the pack. */
  readonly begin: number;
  readonly end: number;
}

type Row = readonly [file: string, hash: string, pack: number, begin: number, end: number, ...stamp: number[]];

interface IndexFile {
  readonly key: string;
  readonly packs: readonly string[];
  readonly rows: readonly Row[];
}

const indexName = 'index.json';

/** The entries of the cache in `folder`. None if there is no index, or it is damaged, or it has another key. */
export async function readIndex(folder: string, key: string): Promise<Map<string, CacheEntry>> {
  try {
    const index = JSON.parse(await readFile(join(folder, indexName), 'utf8')) as IndexFile;
    if (index.key !== key) return new Map();
    return new Map(index.rows.map((row) => [row[0], toEntry(row, index.packs)]));
  } catch {
    return new Map();
  }
}

/** Replaces the index in one step: a reader sees the old one or the new one. */
export async function writeIndex(folder: string, key: string, entries: ReadonlyMap<string, CacheEntry>): Promise<void> {
  const packs = [...new Set([...entries.values()].map(({ pack }) => pack))];
  const numbers = new Map(packs.map((pack, index) => [pack, index]));
  const rows = [...entries].map(([file, { hash, pack, begin, end, stamp }]): Row => {
    const times = stamp === undefined ? [] : [stamp.mtime, stamp.ctime, stamp.size];
    return [file, hash, numbers.get(pack) ?? 0, begin, end, ...times];
  });
  await makeFolder(folder);
  const temporary = join(folder, `${randomName()}.tmp`);
  try {
    await writeFile(temporary, JSON.stringify({ key, packs, rows } satisfies IndexFile));
    await rename(temporary, join(folder, indexName));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export function randomName(): string {
  return randomBytes(8).toString('hex');
}

function toEntry([, hash, number, begin, end, mtime, ctime, size]: Row, packs: readonly string[]): CacheEntry {
  const pack = packs[number];
  const isSound = typeof hash === 'string' && typeof pack === 'string' && begin >= 0 && end > begin;
  if (!isSound || /[/\\]/.test(pack)) throw new Error('not an index');
  const stamp = mtime !== undefined && ctime !== undefined && size !== undefined ? { mtime, ctime, size } : undefined;
  return { stamp, hash, pack, begin, end };
}
