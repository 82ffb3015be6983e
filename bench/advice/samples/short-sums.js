export const items = Array.from({ length: 40 }, (_, index) => [index, index + 1, index + 2]);
export const isEach = true;
export const shape = { tasks: 40, wait: 0 };

// A message to a worker costs more than the sum.
// advise: neither async-without-wait
export async function subject(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

export const job = subject;
