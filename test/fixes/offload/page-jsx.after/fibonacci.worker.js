import { serve } from './worker-pool.js';

export function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

serve(fibonacci);
