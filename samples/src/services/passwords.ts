import bcrypt from 'bcrypt';
import { pbkdf2Sync, randomBytes } from 'node:crypto';

const rounds = 12;

export function hashPassword(password: string): string {
  // A good password hash is slow on purpose: about a quarter of a second here, and the whole server stands still for
  // it. There is nothing to wait for, so `await` alone would not help: bcrypt.hash does the same work on another thread.
  return bcrypt.hashSync(password, rounds);
}

export function matches(password: string, hash: string): Promise<boolean> {
  return bcrypt.compare(password, hash);
}

export function recoveryCode(secret: string): string {
  return pbkdf2Sync(secret, randomBytes(16), 600_000, 32, 'sha512').toString('base64url');
}
