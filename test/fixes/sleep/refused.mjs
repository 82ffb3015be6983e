export async function shared(memory) {
  return Atomics.wait(memory, 0, 0, 100); // refused: shared memory
}

export async function tuple(seconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[0] < seconds) continue; // refused: another shape
}

export async function body(ms) {
  let now = Date.now();
  const end = now + ms;
  while (now < end) { // refused: another shape
    now = Date.now();
  }
}
