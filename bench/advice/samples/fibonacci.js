export const items = [30, 30, 30, 30];
export const isEach = true;
export const shape = { tasks: 4, wait: 0 };

// advise: parallelism compute
export async function subject(n) {
  return fibonacci(n);
}

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

export const job = subject;
