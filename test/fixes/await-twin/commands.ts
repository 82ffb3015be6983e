import { execFileSync, execSync } from 'node:child_process';

export async function run() {
  const text = execSync('echo one').toString().trim();
  const typed = execSync('echo two', { encoding: 'utf8' });
  const bytes = execFileSync('echo', ['three']);
  execSync('echo four');
  const length = execFileSync('echo', ['five'], { encoding: 'utf8', timeout: 5000 }).length;
  return [text, typed, Buffer.isBuffer(bytes), bytes.toString(), length];
}
