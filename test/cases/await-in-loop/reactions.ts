import { readFile, unlink } from 'node:fs/promises';

// What is done with the promise before it is awaited.

export async function parsed(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) {
    const page = await fetch(url).then((response) => response.json()); // expect: await-in-loop
    found.push(page);
  }
  return found;
}

export async function dropped(paths: string[]) {
  for (const path of paths) await unlink(path).catch(() => {}); // expect: await-in-loop
}

export async function counted(urls: string[]) {
  let failures = 0;
  for (const url of urls) {
    await fetch(url).catch(() => { // ok: what happens then counts
      failures += 1;
    });
    if (failures > 3) throw new Error('too many');
  }
}

export async function told(paths: string[]) {
  for (const path of paths) await readFile(path).catch((error) => console.error(path, error)); // expect: await-in-loop
}

export async function announced(paths: string[]) {
  for (const path of paths) await readFile(path).then((text) => console.log(path, text.length)); // ok: people see the order
}

export async function unknown(items: { load(): Promise<string> }[]) {
  for (const item of items) await item.load().catch(() => ''); // ok: nobody knows what it does
}
