import { copyFile, mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

// Rounds that write: only where each writes to a place of its own.

export async function drop(paths: string[]) {
  for (const file of paths) await unlink(file); // expect: await-in-loop
}

export async function dropIn(folder: string, names: string[]) {
  for (const name of names) {
    const file = path.join(folder, name);
    await rm(file, { force: true }); // expect: await-in-loop
  }
}

export async function copyAll(names: string[], from: string, to: string) {
  for (const name of names) await copyFile(path.join(from, name), path.join(to, name)); // expect: await-in-loop
}

export async function overwrite(texts: string[]) {
  for (const text of texts) await writeFile('last.txt', text); // ok: all write the same file
}

export async function intoOne(names: string[], target: string) {
  for (const name of names) await copyFile(name, target); // ok: all write the same file
}

export async function readModifyWrite(names: string[]) {
  for (const name of names) {
    const index = await readFile('index.json', 'utf8'); // ok: each adds to what the one before wrote
    await writeFile('index.json', index + name);
  }
}

export async function intoIndex(names: string[], index: string) {
  for (const name of names) {
    const text = await readFile(name, 'utf8'); // ok: all write the same file
    await writeFile(index, text);
  }
}

export async function nested(folders: string[]) {
  for (const folder of folders) await mkdir(folder, { recursive: true }); // expect: await-in-loop
}
