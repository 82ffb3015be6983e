import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const sh = (parts: TemplateStringsArray, ...args: string[]) => execSync(String.raw(parts, ...args));

export async function branch(remote: string) {
  const log = sh`git ls-remote ${remote}`; // expect: blocking-io node:child_process.execSync
  return `${log} ${readFileSync('HEAD', 'utf8')}`; // expect: blocking-io node:fs.readFileSync
}
