import { spreadOnThread } from './spread.worker.mjs';
import { moved } from './worker-pool.mjs';

async function answer(width, height, { signal }) {
  signal.throwIfAborted();
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = i * 7;
  pixels.reverse();
  // warns: pixels goes to the thread itself, not as a copy: it is empty afterwards
  return await spreadOnThread(moved(pixels), signal);
}

async function both() {
  const kept = new Float64Array(30_000);
  kept.fill(3);
  const sum = await spreadOnThread(kept);
  return sum + kept.length;
}

async function shared(memory, request) {
  const view = new Uint8Array(memory);
  // warns: an abort of request.signal ends the computation, with the reason as its error
  const sum = await spreadOnThread(view, request.signal);
  return request.signal.aborted ? 0 : sum;
}

const routes = new Map([
  ['answer', answer],
  ['both', both],
  ['shared', shared],
]);

export async function run() {
  const { signal } = new AbortController();
  return [
    await routes.get('answer')(120, 100, { signal }),
    await routes.get('both')(),
    await routes.get('shared')(new ArrayBuffer(6000), { signal }),
  ];
}
