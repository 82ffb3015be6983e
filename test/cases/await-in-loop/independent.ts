import axios from 'axios';
import fs from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function fetchAll(urls: string[]) {
  const pages: string[] = [];
  for (const url of urls) {
    const response = await fetch(url); // expect: await-in-loop@information
    pages.push(await response.text());
  }
  return pages;
}

export async function readInto(names: string[], folder: string) {
  const texts: Record<string, string> = {};
  for (const name of names) {
    const file = path.join(folder, name);
    texts[name] = await readFile(file, 'utf8'); // expect: await-in-loop
  }
  return texts;
}

export async function counted(ids: number[]) {
  const found = new Map<number, unknown>();
  for (let i = 0; i < ids.length; i++) {
    found.set(ids[i]!, await axios.get(`/users/${ids[i]}`)); // expect: await-in-loop
  }
  return found;
}

export async function total(files: string[]) {
  let size = 0;
  for (const file of files) {
    size += (await stat(file)).size; // expect: await-in-loop
  }
  return size;
}

export async function byKey(table: Record<string, string>) {
  const result: string[] = [];
  for (const key in table) {
    result.push(await fs.promises.readFile(table[key]!, 'utf8')); // expect: await-in-loop
  }
  return result;
}

async function loadUser(id: string) {
  const response = await fetch(`/users/${id}`);
  return response.json();
}

export async function throughHelper(ids: string[]) {
  const users: unknown[] = [];
  for (const id of ids) {
    const user = await loadUser(id); // expect: await-in-loop loadUser
    if (user) users.push(user);
  }
  return users;
}

export async function fillIn(items: { url: string; body?: string }[]) {
  for (const item of items) {
    if (item.body) continue;
    const response = await fetch(item.url); // expect: await-in-loop
    item.body = await response.text();
  }
}

export async function writeEach(files: { path: string; text: string }[]) {
  for (const { path: file, text } of files) {
    await writeFile(file, text); // expect: await-in-loop
  }
}

export async function checked(urls: string[]) {
  const alive: string[] = [];
  for (const url of urls) {
    try {
      const response = await fetch(url); // expect: await-in-loop
      if (response.ok) alive.push(url);
    } catch {
      // not alive
    }
  }
  return alive;
}
