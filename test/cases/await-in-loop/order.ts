import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';

// What ties rounds to each other although no value does.

export async function timed(urls: string[]) {
  const times: number[] = [];
  for (const url of urls) {
    const start = performance.now();
    await fetch(url); // ok: each is measured by itself
    times.push(performance.now() - start);
  }
  return times;
}

export async function timedByDate(urls: string[]) {
  const times: number[] = [];
  for (const url of urls) {
    const start = Date.now();
    await axios.get(url); // ok: each is measured by itself
    times.push(Date.now() - start);
  }
  return times;
}

export async function ask(questions: string[]) {
  const lines = createInterface({ input: process.stdin });
  const answers: string[] = [];
  for (const question of questions) answers.push(await lines.question(question)); // ok: people answer one at a time
  return answers;
}

export async function promisedPause(urls: string[]) {
  for (const url of urls) {
    await fetch(url); // ok: a pause between requests
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function politely(url: string) {
  await sleep(200);
  return fetch(url);
}

export async function throughPolite(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) found.push(await politely(url)); // ok: the helper makes a pause
  return found;
}

async function politelyEnough(url: string) {
  await pause(200);
  return fetch(url);
}

export async function throughPoliteEnough(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) found.push(await politelyEnough(url)); // ok: the helper makes a pause
  return found;
}

export async function slices(groups: string[][]) {
  const all: unknown[] = [];
  for (const group of groups) all.push(...(await Promise.all(group.map((url) => fetch(url))))); // ok: a bounded number
  return all;
}

export async function growing(queue: string[]) {
  const found: string[] = [];
  for (const url of queue) {
    const text = await readFile(url, 'utf8'); // ok: the list grows while it goes
    queue.push(text);
    found.push(text);
  }
  return found;
}

export async function budget(files: string[]) {
  let left = 1_000_000;
  const small: string[] = [];
  for (const file of files) {
    const { size } = await stat(file); // ok: what is left decides
    if (size > left) continue;
    left -= size;
    small.push(file);
  }
  return small;
}

export async function until(files: string[]) {
  let found = 0;
  for (let i = 0; i < files.length && found < 3; i++) {
    const { size } = await stat(files[i]!); // ok: it stops when there are three
    if (size > 0) found += 1;
  }
  return found;
}

export async function labelled(groups: string[][]) {
  outer: for (const group of groups) {
    for (const file of group) {
      const { size } = await stat(file); // ok: one goes on with the next group
      if (size > 0) continue outer;
    }
  }
}

export async function thrown(files: string[]) {
  const texts: string[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8'); // expect: await-in-loop
    if (text === '') throw new Error(`${file} is empty`);
    texts.push(text);
  }
  return texts;
}

export async function concurrentAlready(files: string[]) {
  files.forEach(async (file) => {
    await readFile(file, 'utf8'); // ok: forEach waits for nobody
  });
  return Promise.all(files.map(async (file) => (await readFile(file, 'utf8')).length)); // ok: together
}

export async function reduced(files: string[]) {
  return files.reduce(async (before, file) => {
    const texts = await before; // ok: written to be in order
    return [...texts, await readFile(file, 'utf8')];
  }, Promise.resolve([] as string[]));
}

export async function chain(files: string[]) {
  let last: Promise<unknown> = Promise.resolve();
  for (const file of files) last = last.then(() => readFile(file)); // ok: nothing is awaited in the loop
  await last;
}

export async function whileThereIs(ids: string[]) {
  const found: unknown[] = [];
  while (ids.length > 0) {
    const id = ids.shift();
    found.push(await axios.get(`/users/${id}`)); // ok: the list is used up
  }
  return found;
}

export async function attempts(url: string) {
  let error: unknown;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await axios.get(`${url}?attempt=${attempt}`); // ok: another try
    } catch (reason) {
      error = reason;
    }
  }
  throw error;
}

export async function deferredTry(url: string) {
  const failures: unknown[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const response = await fetch(`${url}?attempt=${attempt}`); // ok: it stops when one is fine
    if (response.ok) break;
    failures.push(response.status);
  }
  return failures;
}
