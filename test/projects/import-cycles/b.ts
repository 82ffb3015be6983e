import { ping, start } from './a';

export const pong = (n: number): unknown => ping(n - 1);

export async function restart() {
  await start();
  return ping(2); // expect: blocking-io node:fs.readFileSync
}
