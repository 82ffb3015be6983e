import { serve } from './lib/worker-pool';

export function computeSum(rounds: number) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += i % 7;
  return sum;
}

serve(computeSum);
