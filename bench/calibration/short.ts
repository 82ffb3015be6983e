import { NUMBERS, ROWS, type Sample, TEXTS } from './inputs.ts';

/** Computations that look like those that stall, or are as long in the source, and take no time. */
export const shortSamples: readonly Sample[] = [
  {
    name: 'one pass',
    items: 10_000,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  let sum = 0;
  for (const row of rows) sum += row.value;
  return sum;
}`,
  },
  {
    name: 'a chain of passes',
    items: 10_000,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  return rows
    .filter((row) => row.value % 2 === 0)
    .map((row) => row.value * 2)
    .reduce((sum, value) => sum + value, 0);
}`,
  },
  {
    name: 'join with a Map',
    items: 10_000,
    input: `[${ROWS}, ${ROWS}]`,
    source: `export async function run(orders, users) {
  const byId = new Map(users.map((user) => [user.id, user]));
  return orders.map((order) => byId.get(order.id));
}`,
  },
  {
    name: 'difference with a Set',
    items: 10_000,
    input: `[${TEXTS}, ${TEXTS}]`,
    source: `export async function run(before, after) {
  const kept = new Set(after);
  return before.filter((text) => !kept.has(text));
}`,
  },
  {
    name: 'a scanner with a loop in its loop',
    items: 100_000,
    input: "['word and '.repeat(n / 9)]",
    source: `export async function run(text) {
  let words = 0;
  let i = 0;
  while (i < text.length) {
    while (i < text.length && text[i] === ' ') i++;
    if (i < text.length) words += 1;
    while (i < text.length && text[i] !== ' ') i++;
  }
  return words;
}`,
  },
  {
    name: 'a sliding window',
    items: 100_000,
    input: `[${NUMBERS}]`,
    source: `export async function run(values) {
  let left = 0;
  let sum = 0;
  let longest = 0;
  for (let right = 0; right < values.length; right++) {
    sum += values[right];
    while (sum > 10_000_000) sum -= values[left++];
    longest = Math.max(longest, right - left);
  }
  return longest;
}`,
  },
  {
    name: 'two pointers',
    items: 100_000,
    input: `[${NUMBERS}.sort((a, b) => a - b)]`,
    source: `export async function run(values) {
  let pairs = 0;
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const sum = values[left] + values[right];
    if (sum === 1_000_000) pairs += 1;
    if (sum < 1_000_000) left++;
    else right--;
  }
  return pairs;
}`,
  },
  {
    name: 'items and their parts',
    items: 10_000,
    input: 'Array.from({ length: 1 }, () => Array.from({ length: n }, (_, i) => ({ tags: [i, i + 1, i + 2] })))',
    source: `export async function run(rows) {
  let sum = 0;
  for (const row of rows) for (const tag of row.tags) sum += tag;
  return sum;
}`,
  },
  {
    name: 'a walk over a tree',
    items: 10_000,
    input:
      '[(function grow(depth) { return { value: depth, children: depth ? Array.from({ length: 10 }, () => grow(depth - 1)) : [] }; })(3)]',
    source: `function total(node) {
  let sum = node.value;
  for (const child of node.children) sum += total(child);
  return sum;
}
export async function run(root) {
  return total(root);
}`,
  },
  {
    name: 'a graph, breadth first',
    items: 5000,
    input: '[Array.from({ length: n }, (_, i) => [(i + 1) % n, (i * 2) % n, (i * 3) % n])]',
    source: `export async function run(graph) {
  const seen = new Set([0]);
  const queue = [0];
  for (let at = 0; at < queue.length; at++) {
    for (const next of graph[queue[at]]) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen.size;
}`,
  },
  {
    name: 'a sieve',
    items: 1,
    input: '[]',
    source: `export async function run() {
  const limit = 100_000;
  const composite = new Uint8Array(limit + 1);
  for (let i = 2; i * i <= limit; i++) {
    if (composite[i]) continue;
    for (let j = i * i; j <= limit; j += i) composite[j] = 1;
  }
  return composite;
}`,
  },
  {
    name: 'a counted nest of 100 × 100',
    items: 1,
    input: '[]',
    source: `export async function run() {
  let sum = 0;
  for (let y = 0; y < 100; y++) for (let x = 0; x < 100; x++) sum += x * y;
  return sum;
}`,
  },
  {
    name: 'all pairs of few',
    items: 150,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  let count = 0;
  for (const a of rows) for (const b of rows) if (a.id < b.value) count += 1;
  return count;
}`,
  },
  {
    name: 'small Fibonacci numbers by recursion',
    items: 1,
    input: '[]',
    source: `function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
export async function run() {
  return fib(15);
}`,
  },
  {
    name: 'Fibonacci numbers that are kept',
    items: 1,
    input: '[]',
    source: `const known = new Map();
function fib(n) {
  if (n < 2) return n;
  const kept = known.get(n);
  if (kept !== undefined) return kept;
  const value = fib(n - 1) + fib(n - 2);
  known.set(n, value);
  return value;
}
export async function run() {
  return fib(90);
}`,
  },
  {
    name: 'a text parsed, copied and written once',
    items: 2000,
    input: `[JSON.stringify(${ROWS})]`,
    source: `export async function run(text) {
  const rows = JSON.parse(text);
  const copy = structuredClone(rows);
  return JSON.stringify(copy).length;
}`,
  },
  {
    name: 'halving searches',
    items: 5000,
    input: `[${NUMBERS}.sort((a, b) => a - b)]`,
    source: `export async function run(values) {
  let found = 0;
  for (const value of values) {
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] < value) low = middle + 1;
      else high = middle;
    }
    if (values[low] === value) found += 1;
  }
  return found;
}`,
  },
];
