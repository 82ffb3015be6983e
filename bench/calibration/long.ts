import { NUMBERS, ROWS, type Sample, TEXTS } from './inputs.ts';

/** Computations that stall, in async functions as a server runs them. */
export const longSamples: readonly Sample[] = [
  {
    name: 'all pairs of two lists',
    items: 10_000,
    input: `[${ROWS}, ${ROWS}]`,
    source: `export async function run(users, orders) {
  let count = 0;
  for (const user of users) for (const order of orders) if (user.id === order.value) count += 1;
  return count;
}`,
  },
  {
    name: 'distance of all points',
    items: 10_000,
    input: `[${ROWS}]`,
    source: `export async function run(points) {
  let best = Infinity;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const dx = points[i].id - points[j].id;
      const dy = points[i].value - points[j].value;
      if (dx * dx + dy * dy < best) best = dx * dx + dy * dy;
    }
  }
  return best;
}`,
  },
  {
    name: 'join with find',
    items: 20_000,
    input: `[${ROWS}, ${ROWS}]`,
    source: `export async function run(orders, users) {
  return orders.map((order) => users.find((user) => user.id === order.id));
}`,
  },
  {
    name: 'difference with includes',
    items: 20_000,
    input: `[${TEXTS}, ${TEXTS}.reverse()]`,
    source: `export async function run(before, after) {
  const gone = after.map((text) => text + '!');
  return before.filter((text) => !gone.includes(text));
}`,
  },
  {
    name: 'distinct by indexOf',
    items: 30_000,
    input: `[${NUMBERS}]`,
    source: `export async function run(values) {
  return values.filter((value, index) => values.indexOf(value) === index);
}`,
  },
  {
    name: 'distinct by a growing list',
    items: 20_000,
    input: `[${TEXTS}]`,
    source: `export async function run(texts) {
  const seen = [];
  for (const text of texts) if (!seen.includes(text)) seen.push(text);
  return seen;
}`,
  },
  {
    name: 'index by spread in reduce',
    items: 3000,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  return rows.reduce((all, row) => ({ ...all, [row.key]: row }), {});
}`,
  },
  {
    name: 'list by spread in reduce',
    items: 20_000,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  return rows.reduce((all, row) => [...all, row.value], []);
}`,
  },
  {
    name: 'sort in each round',
    items: 1500,
    input: `[${NUMBERS}]`,
    source: `export async function run(values) {
  const ranks = [];
  for (const value of values) ranks.push([...values].sort((a, b) => a - b).indexOf(value));
  return ranks;
}`,
  },
  {
    name: 'all keys in each round',
    items: 3000,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  const byKey = Object.fromEntries(rows.map((row) => [row.key, row]));
  let count = 0;
  for (const row of rows) if (Object.keys(byKey).length > row.id) count += 1;
  return count;
}`,
  },
  {
    name: 'all of it as JSON in each round',
    items: 1500,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  let size = 0;
  for (const row of rows) size += JSON.stringify(rows).length + row.id;
  return size;
}`,
  },
  {
    name: 'all of it parsed in each round',
    items: 1000,
    input: `[${ROWS}, JSON.stringify(${ROWS})]`,
    source: `export async function run(rows, text) {
  let count = 0;
  for (const row of rows) if (JSON.parse(text)[row.id].value === row.value) count += 1;
  return count;
}`,
  },
  {
    name: 'a clone of all in each round',
    items: 500,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  return rows.map((row) => structuredClone(rows).length + row.id);
}`,
  },
  {
    name: 'Fibonacci numbers by recursion',
    items: 1,
    input: '[]',
    source: `function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
export async function run() {
  return fib(36);
}`,
  },
  {
    name: 'permutations of nine letters',
    items: 1,
    input: '[]',
    source: `function permute(items) {
  if (items.length < 2) return [items];
  const all = [];
  for (let i = 0; i < items.length; i++) {
    const rest = [...items.slice(0, i), ...items.slice(i + 1)];
    for (const one of permute(rest)) all.push([items[i], ...one]);
  }
  return all;
}
export async function run() {
  return permute(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']).length;
}`,
  },
  {
    name: 'a counted nest of 20,000 × 20,000',
    items: 1,
    input: '[]',
    source: `const SIDE = 20_000;
export async function run() {
  let sum = 0;
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) sum += x ^ y;
  return sum;
}`,
  },
  {
    name: 'primes below two million by division',
    items: 1,
    input: '[]',
    source: `export async function run() {
  let count = 0;
  for (let i = 2; i < 2_000_000; i++) {
    let prime = true;
    for (let j = 2; j * j <= i; j++) {
      if (i % j === 0) {
        prime = false;
        break;
      }
    }
    if (prime) count += 1;
  }
  return count;
}`,
  },
  {
    name: 'product of two matrices',
    items: 400,
    input: 'Array.from({ length: 2 }, () => Array.from({ length: n }, () => new Array(n).fill(1.5)))',
    source: `export async function run(a, b) {
  const product = [];
  for (let i = 0; i < a.length; i++) {
    product.push([]);
    for (let j = 0; j < a.length; j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += a[i][k] * b[k][j];
      product[i].push(sum);
    }
  }
  return product;
}`,
  },
  {
    name: 'insertion sort',
    items: 30_000,
    input: `[${NUMBERS}]`,
    source: `export async function run(list) {
  for (let i = 1; i < list.length; i++) {
    const value = list[i];
    let j = i - 1;
    while (j >= 0 && list[j] > value) {
      list[j + 1] = list[j];
      j--;
    }
    list[j + 1] = value;
  }
  return list;
}`,
  },
  {
    name: 'edit distance of two texts',
    items: 6000,
    input: "['ab'.repeat(n / 2), 'ba'.repeat(n / 2)]",
    source: `export async function run(a, b) {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + cost);
    }
    before = now;
  }
  return before[b.length];
}`,
  },
  {
    name: 'rank by a helper that counts',
    items: 10_000,
    input: `[${ROWS}]`,
    source: `function rankOf(rows, row) {
  let rank = 1;
  for (const other of rows) if (other.value > row.value) rank += 1;
  return rank;
}
export async function run(rows) {
  for (const row of rows) row.rank = rankOf(rows, row);
  return rows;
}`,
  },
  {
    name: 'a list that grows at its front',
    items: 60_000,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  const reversed = [];
  for (const row of rows) reversed.unshift(row.value);
  return reversed;
}`,
  },
  {
    name: 'three in each other',
    items: 500,
    input: `[${ROWS}]`,
    source: `export async function run(rows) {
  let count = 0;
  for (const a of rows) for (const b of rows) for (const c of rows) if (a.id + b.id === c.value) count += 1;
  return count;
}`,
  },
];
