import fs, { readFile as readWithCallback } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { PrismaClient } from '@prisma/client';
import axios from 'axios';
import { promisify } from 'node:util';

const prisma = new PrismaClient();

export async function returned(id: string) {
  return {
    user: await prisma.user.findUnique({ where: { id } }), // expect: sequential-awaits
    posts: await prisma.post.findMany({ where: { author: id } }),
  };
}

export async function listed(id: string) {
  return [await axios.get(`/users/${id}`), await axios.get(`/posts/${id}`)]; // expect: sequential-awaits
}

class Profiles {
  #api = axios.create({ baseURL: 'https://example.org' });

  async load(id: string) {
    const { data: user } = await this.#api.get(`/users/${id}`); // expect: sequential-awaits
    const { data: posts } = await this.#api.get(`/posts?author=${id}`);
    return { user, posts };
  }
}

export const profiles = new Profiles();

export async function destructured(folder: string) {
  const { size } = await stat(folder); // expect: sequential-awaits
  const [first] = await readdir(folder);
  return { size, first };
}

export async function inTry(id: string) {
  try {
    const user = await axios.get(`/users/${id}`); // expect: sequential-awaits
    const posts = await axios.get(`/posts/${id}`);
    return [user, posts];
  } catch {
    return [];
  }
}

export async function inBranch(id: string, all: boolean) {
  if (all) {
    const user = await axios.get(`/users/${id}`); // expect: sequential-awaits
    const posts = await axios.get(`/posts/${id}`);
    return [user, posts];
  }
  return [];
}

async function requireUser(id: string) {
  const user = await prisma.user.findUnique({ where: { id } });
  if (!user) throw new Error('who are you?');
  return user;
}

export async function guardedByHelper(id: string) {
  const user = await requireUser(id); // ok: nothing is read for a user that is not there
  const posts = await prisma.post.findMany({ where: { public: true } });
  return { user, posts };
}

export async function accessible(file: string) {
  await access(file); // ok: it is awaited for its failure
  const text = await readFile(file, 'utf8');
  return text;
}

export async function timed(url: string) {
  const start = Date.now();
  const first = await fetch(url); // ok: each is measured
  const middle = Date.now();
  const second = await fetch(`${url}?again`);
  return [first.status, middle - start, second.status, Date.now() - middle];
}

export async function aroundWrite(id: string) {
  const before = await prisma.user.findUnique({ where: { id } }); // ok: a write in between
  const changed = await prisma.user.update({ where: { id }, data: { seen: true } });
  const after = await prisma.user.findUnique({ where: { id } });
  return [before, changed, after];
}

export async function inOneTransaction(id: string) {
  return prisma.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id } }); // ok: one connection
    const posts = await tx.post.findMany({ where: { author: id } });
    return { user, posts };
  });
}

export async function logged(id: string) {
  const user = await axios.get(`/users/${id}`); // ok: people see the order
  console.log('have the user');
  const posts = await axios.get(`/posts/${id}`);
  return [user, posts];
}

export async function lazily(id: string) {
  const user = await axios.get(`/users/${id}`); // ok: the second may not be needed
  const posts = user.data.isAuthor && (await axios.get(`/posts/${id}`));
  return [user, posts];
}

export async function defaulted(id: string) {
  const cached = await axios.get(`/cache/${id}`); // ok: the second is there for when the first has nothing
  const fresh = cached.data ?? (await axios.get(`/users/${id}`));
  return fresh;
}

export async function sameNamesInReactions(id: string) {
  const user = await fetch(`/users/${id}`).then((response) => response.json()); // expect: sequential-awaits
  const posts = await fetch(`/posts/${id}`).then((response) => {
    const rows = response.json();
    return rows;
  });
  return [user, posts];
}

export async function reactionNeedsFirst(id: string) {
  const user = await fetch(`/users/${id}`).then((response) => response.json()); // ok: the second reads the first
  const posts = await fetch(`/posts`).then((response) => (user ? response.json() : null));
  return [user, posts];
}

const readLater = promisify(readWithCallback);
const statLater = promisify(fs.stat);

export async function promisified(a: string, b: string) {
  const first = await readLater(a); // expect: sequential-awaits
  const second = await statLater(b);
  return [first, second];
}
