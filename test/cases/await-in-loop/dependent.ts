import axios from 'axios';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export async function pages(url: string) {
  const found: unknown[] = [];
  let next: string | undefined = url;
  while (next) {
    const { data } = await axios.get(next); // ok: each page names the next one
    found.push(...data.items);
    next = data.next;
  }
  return found;
}

export async function retry(url: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await axios.get(url); // ok: the next attempt is for when this one fails
    } catch {
      // once more
    }
  }
  return undefined;
}

export async function retryUntil(url: string) {
  let response;
  for (let attempt = 0; attempt < 3; attempt++) {
    response = await axios.get(url); // ok: the same request again
    if (response.status === 200) break;
  }
  return response;
}

export async function poll(urls: string[]) {
  for (const url of urls) {
    await axios.get(url); // ok: a pause between requests is a rate limit
    await sleep(100);
  }
}

export async function first(urls: string[]) {
  for (const url of urls) {
    const response = await fetch(url); // ok: it stops at the first that answers
    if (response.ok) return response;
  }
  return undefined;
}

export async function chained(urls: string[]) {
  let token = '';
  for (const url of urls) {
    const response = await fetch(`${url}?token=${token}`); // ok: each request needs the token of the one before
    token = await response.text();
  }
  return token;
}

export async function log(lines: string[]) {
  for (const line of lines) await appendFile('out.log', line); // ok: lines in a file have an order
}

export async function progress(urls: string[]) {
  for (const url of urls) {
    await fetch(url); // ok: people see the order of these lines
    console.log('done', url);
  }
}

export async function unique(urls: string[]) {
  const seen = new Set<string>();
  for (const url of urls) {
    if (seen.has(url)) continue;
    seen.add(url);
    await fetch(url); // ok: a round looks at what others left
  }
}

export async function unknown(items: string[], save: (item: string) => Promise<void>) {
  for (const item of items) await save(item); // ok: nobody knows what it does
}

let count = 0;

async function counting(url: string) {
  count += 1;
  return fetch(`${url}?n=${count}`);
}

export async function throughCounter(urls: string[]) {
  for (const url of urls) await counting(url); // ok: it counts
}

export class Client {
  private last = '';

  async load(urls: string[]) {
    for (const url of urls) {
      const response = await fetch(url); // ok: the last one stays
      this.last = await response.text();
    }
    return this.last;
  }
}

export async function post(items: string[]) {
  for (const body of items) await fetch('/items', { method: 'POST', body }); // ok: it changes something
}

export async function same(times: number) {
  for (let i = 0; i < times; i++) await readFile('a.txt'); // ok: every round does the same
}

export async function stopsWriting(files: { path: string; text: string }[]) {
  for (const file of files) {
    if (!file.path) throw new Error('no path');
    await writeFile(file.path, file.text); // ok: a failure leaves out the rest
  }
}

export async function* lazily(urls: string[]) {
  for (const url of urls) yield await fetch(url); // ok: whoever takes them may stop
}

export async function streamed(urls: AsyncIterable<string>) {
  for await (const url of urls) await fetch(url); // ok: they come one by one
}

export async function steps(list: (() => Promise<void>)[]) {
  for (const step of list) await step(); // ok: steps have an order
}

export async function narrowing(queue: string[]) {
  for (let i = 0; i < queue.length; i++) {
    const response = await fetch(queue[i]!); // ok: the list grows while it goes
    queue.push(...(await response.json()));
  }
}

export async function inner(groups: string[][]) {
  const found: string[] = [];
  for (const group of groups) {
    for (const url of group) {
      const response = await fetch(url); // expect: await-in-loop
      found.push(await response.text());
    }
  }
  return found;
}

export async function already(urls: string[]) {
  const started = urls.map((url) => fetch(url));
  const found: Response[] = [];
  for (const response of started) found.push(await response); // ok: they are under way
  return found;
}
