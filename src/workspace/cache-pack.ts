import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { randomName } from './cache-index.ts';
import { makeFolder } from './make-folder.ts';

/** Buffers that one system call takes. */
const maxVectors = 512;

/** Lives while one pack is written. It gets its final name at the end, so that a pack is always whole. */
export class PackWriter {
  readonly name: string;
  readonly #path: string;
  readonly #handle: FileHandle;
  #size = 0;
  #pending: Uint8Array[] = [];
  #written: Promise<void> = Promise.resolve();

  private constructor(folder: string, name: string, handle: FileHandle) {
    this.name = name;
    this.#path = join(folder, name);
    this.#handle = handle;
  }

  static async open(folder: string): Promise<PackWriter> {
    await makeFolder(folder);
    const name = `${randomName()}.pack`;
    return new PackWriter(folder, name, await open(join(folder, `${name}.tmp`), 'wx'));
  }

  /** Returns where the bytes begin. */
  append(bytes: Uint8Array): number {
    const begin = this.#size;
    this.#size += bytes.length;
    this.#pending.push(bytes);
    if (this.#pending.length >= maxVectors) this.#flush();
    return begin;
  }

  async close(): Promise<void> {
    this.#flush();
    try {
      await this.#written;
    } finally {
      await this.#handle.close();
    }
    await rename(`${this.#path}.tmp`, this.#path);
  }

  #flush(): void {
    const batch = this.#pending;
    this.#pending = [];
    const previous = this.#written;
    this.#written = previous.then(async () => {
      for (let left = batch; left.length > 0; left = left.slice(maxVectors)) {
        await this.#handle.writev(left.slice(0, maxVectors));
      }
    });
    this.#written.catch(() => undefined);
  }
}
