import { gcdSumOnThread } from './numbers.mjs';

export async function run() {
  const sum = await gcdSumOnThread(4000);
  return sum % 97;
}
