import { execSync } from 'node:child_process';
import * as crypto from 'node:crypto';

export class Git {
  static readonly root = execSync('git rev-parse --show-toplevel').toString(); // ok: runs once, when the class is defined

  static head() {
    return execSync('git rev-parse HEAD').toString();
  }

  static async describe() {
    return `${this.head()}`; // expect: blocking-io node:child_process.execSync
  }

  static #secret() {
    return crypto.scryptSync('password', 'salt', 64);
  }

  static async sign() {
    return Git.#secret(); // expect: heavy-call node:crypto.scryptSync
  }
}

export const status = async () => Git.head(); // expect: blocking-io node:child_process.execSync
