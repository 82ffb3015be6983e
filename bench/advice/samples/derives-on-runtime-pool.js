import { pbkdf2 } from 'node:crypto';

export const items = ['a', 'b', 'c', 'd', 'e', 'f'];
export const isEach = true;
export const shape = { tasks: 6, wait: 0 };

// advise: neither offloaded
export function subject(password) {
  return new Promise((resolve, reject) => {
    pbkdf2(password, 'salt', 100_000, 32, 'sha256', (error, key) => (error ? reject(error) : resolve(key.length)));
  });
}

export const job = subject;
