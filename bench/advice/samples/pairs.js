export const items = [numbers(1), numbers(2), numbers(3), numbers(4)];
export const isEach = true;
export const shape = { tasks: 4, wait: 0 };

// advise: parallelism compute
export async function subject(rows) {
  let pairs = 0;
  for (const left of rows) {
    for (const right of rows) {
      if ((left * right) % 7 === 3) pairs++;
    }
  }
  return pairs;
}

export const job = subject;

function numbers(seed) {
  return Array.from({ length: 4000 }, (_, index) => (index * 7919 + seed) % 10_007);
}
