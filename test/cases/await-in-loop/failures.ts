import { rm, writeFile } from 'node:fs/promises';
import { logger } from './logger.ts';

// What is said of a failure has no order that counts.

class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function load(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new HttpError(response.status, `no answer from ${url}`);
  return response.json();
}

export async function all(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) found.push(await load(url)); // expect: await-in-loop
  return found;
}

export async function complained(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) {
    try {
      const response = await fetch(url); // expect: await-in-loop
      found.push(await response.json());
    } catch (error) {
      logger.error('not loaded', url, error);
    }
  }
  return found;
}

export async function detailed(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) {
    logger.debug('loading', url);
    found.push(await load(url)); // expect: await-in-loop
  }
  return found;
}

export async function narrated(urls: string[]) {
  for (const url of urls) {
    logger.info('loading', url);
    await load(url); // ok: the lines tell how far it has come
  }
}

export async function cleaned(urls: string[]) {
  for (const url of urls) {
    try {
      await load(url); // ok: what a failure removes is there for all
    } catch {
      await rm('cache', { recursive: true });
    }
  }
}

export async function swept(names: string[]) {
  for (const name of names) {
    if (name.startsWith('.')) {
      logger.warn('left over', name);
      await rm(name); // ok: each is told before it goes
    }
  }
}

export async function undone(paths: string[]) {
  try {
    return await load(paths[0]!);
  } catch (error) {
    for (const path of paths) await rm(path).catch(() => {}); // expect: await-in-loop
    throw error;
  }
}

const failed = new Set<string>();

export async function noted(urls: string[]) {
  for (const url of urls) {
    if (failed.has(url)) continue;
    try {
      await load(url); // ok: what failed before is left out
    } catch {
      failed.add(url);
    }
  }
}

class Counter {
  static made = 0;
  readonly id: number;

  constructor() {
    this.id = ++Counter.made;
  }
}

async function numbered(url: string) {
  const counter = new Counter();
  return { counter, answer: await fetch(url) };
}

export async function counted(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) found.push(await numbered(url)); // ok: making one counts on
  return found;
}

export async function stored(files: string[]) {
  for (const file of files) {
    try {
      await writeFile(file, ''); // expect: await-in-loop
    } catch (error) {
      logger.warn(file, error);
    }
  }
}
