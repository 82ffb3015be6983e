function spread(pixels) {
  let sum = pixels[0];
  for (let i = 0; i < 60_000_000; i++) sum = (sum * 31 + pixels[i % pixels.length]) % 1_000_003;
  return sum;
}

async function answer(width, height, { signal }) {
  signal.throwIfAborted();
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = i * 7;
  pixels.reverse();
  // warns: pixels goes to the thread itself, not as a copy: it is empty afterwards
  return spread(pixels);
}

async function both() {
  const kept = new Float64Array(30_000);
  kept.fill(3);
  const sum = spread(kept);
  return sum + kept.length;
}

async function shared(memory, request) {
  const view = new Uint8Array(memory);
  // warns: an abort of request.signal ends the computation, with the reason as its error
  const sum = spread(view);
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
