import { execSync } from 'node:child_process';

export async function build(config: object, args: string[]) {
  for (const step of args) execSync(`${step} ${JSON.stringify(config)}`);
}
