import { gzipSync } from 'node:zlib';

export const items = [1, 2, 3, 4];
export const isEach = true;
export const shape = { tasks: 4, wait: 0 };

const data = Buffer.from(letters(800_000));

// advise: parallelism compute
export async function subject(number) {
  return gzipSync(data.subarray(number)).length;
}

export const job = subject;

/** Some that do not repeat themselves. */
function letters(count) {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    return (state >>> 24) % 32;
  });
}
