const cell = new Int32Array(new SharedArrayBuffer(4));

export async function run() {
  Atomics.wait(cell, 0, 0, 5);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * 3);
  return 'slept';
}
