import { pbkdf2Sync } from 'node:crypto';

export const items = ['a', 'b', 'c', 'd', 'e', 'f'];
export const isEach = true;
export const shape = { tasks: 6, wait: 0 };

// advise: parallelism compute
export async function subject(password) {
  return pbkdf2Sync(password, 'salt', 100_000, 32, 'sha256').length;
}

export const job = subject;
