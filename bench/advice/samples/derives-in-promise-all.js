import { pbkdf2Sync } from 'node:crypto';

export const items = ['a', 'b', 'c', 'd', 'e', 'f'];
export const shape = { tasks: 6, wait: 0 };

// advise: parallelism concurrency-for-cpu
export async function subject(passwords) {
  return Promise.all(passwords.map((password) => job(password)));
}

export async function job(password) {
  return pbkdf2Sync(password, 'salt', 100_000, 32, 'sha256').length;
}
