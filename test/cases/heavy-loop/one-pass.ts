// Loops in loops that together make one pass over the data.
import { readFile } from 'node:fs/promises';
import { store } from 'some-store';

export async function items(orders) {
  let sum = 0;
  for (const order of orders) for (const line of order.lines) sum += line.price;
  return sum;
}

export async function flat(orders) {
  return orders.flatMap((order) => order.lines.map((line) => ({ ...line, order: order.id })));
}

export async function chain() {
  const rows = await store.rows();
  return rows.filter((row) => row.isActive).map((row) => row.value * 2).reduce((sum, value) => sum + value, 0);
}

export async function twice(rows) {
  let sum = 0;
  for (const row of rows) sum += row.value;
  for (const row of rows) row.share = row.value / sum;
  rows.forEach((row) => (row.isLarge = row.share > 0.5));
}

export async function tokens(text) {
  const found = [];
  let i = 0;
  while (i < text.length) {
    while (i < text.length && text[i] === ' ') i += 1;
    let word = '';
    while (i < text.length && text[i] !== ' ') word += text[i++];
    found.push(word);
  }
  return found;
}

export async function runs(text) {
  let result = '';
  for (let i = 0; i < text.length;) {
    let j = i;
    while (j < text.length && text[j] === text[i]) j += 1;
    result += text[i] + String(j - i);
    i = j;
  }
  return result;
}

export async function quoted(text) {
  const parts = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '"') continue;
    const start = i;
    i += 1;
    while (i < text.length && text[i] !== '"') i += 1;
    parts.push(text.slice(start, i));
  }
  return parts;
}

export async function window(values, limit) {
  let left = 0;
  let sum = 0;
  let longest = 0;
  for (let right = 0; right < values.length; right++) {
    sum += values[right];
    while (sum > limit) sum -= values[left++];
    longest = Math.max(longest, right - left);
  }
  return longest;
}

export async function twoPointers(sorted, target) {
  let left = 0;
  let right = sorted.length - 1;
  while (left < right) {
    while (left < right && sorted[left] < 0) left += 1;
    while (left < right && sorted[right] > target) right -= 1;
    left += 1;
  }
  return left;
}

export async function mergeSorted(a, b) {
  const all = [];
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    while (j < b.length && b[j] < a[i]) all.push(b[j++]);
    all.push(a[i]);
  }
  return all;
}

export async function grouped(rows) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row.key) ?? [];
    group.push(row);
    groups.set(row.key, group);
  }
  for (const group of groups.values()) for (const row of group) row.size = group.length;
}

export async function joined(orders, users) {
  const byId = new Map(users.map((user) => [user.id, user]));
  return orders.map((order) => ({ ...order, user: byId.get(order.userId) }));
}

export async function without(values, others) {
  const skip = new Set(others);
  return values.filter((value) => !skip.has(value));
}

export async function buckets(orders, users) {
  const byUser = Object.groupBy(orders, (order) => order.userId);
  for (const user of users) for (const order of byUser[user.id] ?? []) user.total += order.total;
}

export async function lines() {
  const text = await readFile('table.csv', 'utf8');
  const table = [];
  for (const line of text.split('\n')) {
    const cells = [];
    for (const cell of line.split(',')) cells.push(cell.trim());
    table.push(cells);
  }
  return table;
}

export async function batches(rows, size) {
  for (let i = 0; i < rows.length; i += size) {
    const batch = [];
    for (let j = i; j < Math.min(i + size, rows.length); j++) batch.push(rows[j]);
    await store.save(batch);
  }
}

export async function chunks(rows) {
  const all = [];
  for (let i = 0; i < rows.length; i += 100) {
    let sum = 0;
    for (let j = i; j < i + 100 && j < rows.length; j++) sum += rows[j].value;
    all.push(sum);
  }
  return all;
}

export async function sieve(limit) {
  const composite = new Uint8Array(limit + 1);
  for (let i = 2; i * i <= limit; i++) {
    if (composite[i]) continue;
    for (let j = i * i; j <= limit; j += i) composite[j] = 1;
  }
  return composite;
}

export async function searched(values, wanted) {
  let found = 0;
  for (const one of wanted) {
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] < one) low = middle + 1;
      else high = middle;
    }
    if (values[low] === one) found += 1;
  }
  return found;
}

export async function matrix(rows) {
  for (let i = 0; i < rows.length; i++) for (let j = 0; j < rows[i].length; j++) rows[i][j] *= 2;
}

export async function smooth(values) {
  const result = [];
  for (let i = 2; i < values.length - 2; i++) {
    let sum = 0;
    for (let k = i - 2; k <= i + 2; k++) sum += values[k];
    result.push(sum / 5);
  }
  return result;
}
