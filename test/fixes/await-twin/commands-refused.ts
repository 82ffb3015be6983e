import { execSync } from 'node:child_process';

export async function go(options: object) {
  execSync('ls', { stdio: 'inherit' }); // refused: option
  return execSync('ls', options); // refused: unknown options
}
