import { gcdSum } from './numbers.mjs';

export async function run() {
  const sum = gcdSum(4000);
  return sum % 97;
}
