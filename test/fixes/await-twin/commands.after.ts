import { exec, execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execAsync = promisify(exec);
const execFileAsync = promisify(execFile);

export async function run() {
  const text = (await execAsync('echo one')).stdout.trim();
  const typed = (await execAsync('echo two', { encoding: 'utf8' })).stdout;
  const bytes = (await execFileAsync('echo', ['three'], { encoding: 'buffer' })).stdout;
  await execAsync('echo four');
  const length = (await execFileAsync('echo', ['five'], { encoding: 'utf8', timeout: 5000 })).stdout.length;
  return [text, typed, Buffer.isBuffer(bytes), bytes.toString(), length];
}
