import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomName } from './cache-index.ts';
import { makeFolder } from './make-folder.ts';

const NAME = 'results.json';
/** Characters of texts that nobody asked for in this run and that are kept all the same: runs may look at other files. */
const MAX_OLD = 4_000_000;

type Row = readonly [key: string, digest: string, text: string];

/** Texts by their keys, on disk. What is damaged or missing is found out again. */
export class ResultCache {
  readonly #folder: string;
  /** Those that were used last stand last. */
  readonly #rows: Map<string, Row>;
  readonly #used = new Set<string>();
  #isChanged = false;

  private constructor(folder: string, rows: Map<string, Row>) {
    this.#folder = folder;
    this.#rows = rows;
  }

  static async open(folder: string): Promise<ResultCache> {
    return new ResultCache(folder, await readRows(join(folder, NAME)));
  }

  get(key: string): string | undefined {
    const row = this.#rows.get(key);
    if (!row) return undefined;
    const [, digest, text] = row;
    if (digest !== digestOf(text)) return undefined;
    this.#use(row);
    return text;
  }

  put(key: string, text: string): void {
    this.#use([key, digestOf(text), text]);
    this.#isChanged = true;
  }

  /** Replaces the file in one step. A cache that cannot be written is none. */
  async save(): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    let room = MAX_OLD;
    const isKept = ([key, , text]: Row): boolean => this.#used.has(key) || (room -= text.length) >= 0;
    const rows = [...this.#rows.values()].reverse().filter(isKept).reverse();
    const draft = join(this.#folder, `${randomName()}.tmp`);
    try {
      await makeFolder(this.#folder);
      await writeFile(draft, JSON.stringify(rows));
      await rename(draft, join(this.#folder, NAME));
    } catch {
      // The next run finds out again.
    }
  }

  #use(row: Row): void {
    this.#rows.delete(row[0]);
    this.#rows.set(row[0], row);
    this.#used.add(row[0]);
  }
}

async function readRows(file: string): Promise<Map<string, Row>> {
  try {
    const rows = JSON.parse(await readFile(file, 'utf8')) as Row[];
    return new Map(rows.filter(isRow).map((row) => [row[0], row]));
  } catch {
    return new Map();
  }
}

function isRow(row: unknown): row is Row {
  return Array.isArray(row) && row.length === 3 && row.every((part) => typeof part === 'string');
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
