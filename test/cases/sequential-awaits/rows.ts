import { readFile, stat, writeFile } from 'node:fs/promises';
import axios from 'axios';

async function loadUser(id: string) {
  const response = await fetch(`/users/${id}`);
  return response.json();
}

async function loadPosts(id: string) {
  const { data } = await axios.get(`/posts?user=${id}`);
  return data;
}

export async function profile(id: string) {
  const user = await loadUser(id); // expect: sequential-awaits@information
  const posts = await loadPosts(id);
  return { user, posts };
}

export async function three(a: string, b: string) {
  const one = await readFile(a, 'utf8'); // expect: sequential-awaits
  const two = await readFile(b, 'utf8');
  const { size } = await stat(b);
  return one + two + size;
}

export async function chainOf(a: string, b: string) {
  const one = await (await fetch(a)).json(); // expect: sequential-awaits
  const two = await (await fetch(b)).json();
  return [one, two];
}

export async function later(id: string) {
  const user = await loadUser(id);
  const friend = await loadUser(user.friend); // expect: sequential-awaits
  const posts = await loadPosts(id);
  return [friend, posts];
}

export async function withPlainLine(id: string) {
  const user = await loadUser(id); // expect: sequential-awaits
  const name = user.name.trim();
  const posts = await loadPosts(id);
  return { name, posts };
}

export async function assigned(id: string) {
  let user;
  let posts;
  user = await loadUser(id); // expect: sequential-awaits
  posts = await loadPosts(id);
  return { user, posts };
}

export async function dependent(id: string) {
  const user = await loadUser(id); // ok: the second needs the first
  const posts = await loadPosts(user.id);
  return posts;
}

export async function guarded(id: string) {
  const user = await loadUser(id); // ok: without a user nothing is loaded
  if (!user) return undefined;
  const posts = await loadPosts(id);
  return { user, posts };
}

export async function check(id: string) {
  await loadUser(id); // ok: it is awaited for its failure
  const posts = await loadPosts(id);
  return posts;
}

export async function writeThenRead(file: string) {
  const written = await writeFile(file, 'x'); // ok: what is written is read
  const text = await readFile(file, 'utf8');
  return [written, text];
}

export async function alreadyTogether(id: string) {
  const userPromise = loadUser(id);
  const postsPromise = loadPosts(id);
  const user = await userPromise; // ok: both are under way
  const posts = await postsPromise;
  return { user, posts };
}

export async function returned(id: string) {
  const user = await loadUser(id); // expect: sequential-awaits
  return [user, await loadPosts(id)];
}

export async function handedOn(id: string) {
  return Object.assign({}, await loadUser(id), await loadPosts(id)); // expect: sequential-awaits
}

export async function inText(id: string) {
  return `${(await loadUser(id)).name} ${(await loadPosts(id)).length > 0}`; // expect: sequential-awaits
}

export async function neededByTheLast(id: string) {
  const user = await loadUser(id); // ok: what is asked for hangs on the user
  return Object.assign({}, user, await loadPosts(user.name));
}

export async function saidBetween(id: string, send: (value: unknown) => void) {
  send(await loadUser(id)); // ok: the first is sent before the second is asked for
  send(await loadPosts(id));
}

export async function conditional(id: string, all: boolean) {
  const user = await loadUser(id); // ok: the second may not be needed
  const posts = all ? await loadPosts(id) : [];
  return { user, posts };
}

export async function unknown(id: string, load: (id: string) => Promise<string>) {
  const a = await load(id); // ok: nobody knows what it does
  const b = await load(`${id}b`);
  return a + b;
}

export async function filled(id: string) {
  const options = { user: '' };
  const user = await loadUser(id); // ok: the options of the second hold the first
  options.user = user.name;
  const posts = await axios.get('/posts', options);
  return posts;
}

export class Session {
  private token = '';

  async login(id: string) {
    this.token = await loadUser(id);
    return this.token;
  }

  async load(id: string) {
    return axios.get(`/data/${id}`, { headers: { token: this.token } });
  }

  async start(id: string) {
    const token = await this.login(id); // ok: the first sets what the second reads
    const data = await this.load(id);
    return { token, data };
  }
}
