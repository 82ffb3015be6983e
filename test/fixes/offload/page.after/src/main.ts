import { onThread } from './lib/worker-pool';
import type { spread as spreadOf } from './lib/spread';
import type { computeSum } from './compute-sum.worker';
import './theme';

const computeSumOnThread = onThread<typeof computeSum>(
  () => new Worker(new URL('./compute-sum.worker.ts', import.meta.url), { type: 'module' }),
);

const spreadOnThread = onThread<typeof spreadOf>(
  () => new Worker(new URL('./lib/spread.worker.ts', import.meta.url), { type: 'module' }),
);

const output = document.querySelector('output');

document.querySelector('#spread')?.addEventListener('click', async () => {
  const { width, label } = await spreadOnThread(300_000_000, 'spread');
  if (output) output.textContent = `${label}: ${width}`;
});

document.querySelector('#both')?.addEventListener('click', async () => {
  if (output) output.textContent = `${await sumOf(200_000_000)} and ${await sumOf(400_000_000)}`;
});

/** Adds what is left over. */
async function sumOf(rounds: number): Promise<number> {
  const sum = await computeSumOnThread(rounds);
  return sum;
}
