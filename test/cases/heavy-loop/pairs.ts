// Loops in loops over data that may be large.
import express from 'express';
import { db } from 'some-database';

const app = express();

app.post('/match', (req, res) => {
  const { users, orders } = req.body;
  for (const user of users) { // expect: heavy-loop@information
    for (const order of orders) {
      if (order.userId === user.id) user.orders.push(order);
    }
  }
  res.json(users);
});

export async function closest(points: { x: number; y: number }[]): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < points.length; i++) { // expect: heavy-loop
    for (let j = i + 1; j < points.length; j++) {
      best = Math.min(best, Math.hypot(points[i].x - points[j].x, points[i].y - points[j].y));
    }
  }
  return best;
}

export async function overlaps(): Promise<string[]> {
  const bookings = await db.query('select * from bookings');
  const found: string[] = [];
  bookings.forEach((a) => { // expect: heavy-loop
    bookings.forEach((b) => {
      if (a !== b && a.start < b.end && b.start < a.end) found.push(a.id);
    });
  });
  return found;
}

// A helper makes the inner pass.
function countLarger(rows: { value: number }[], value: number): number {
  let count = 0;
  for (const row of rows) if (row.value > value) count += 1;
  return count;
}

export async function ranks(rows: { value: number; rank: number }[]): Promise<void> {
  for (const row of rows) row.rank = countLarger(rows, row.value); // expect: heavy-loop
}

class Report {
  rows: { id: number; parent: number }[] = [];

  async load(): Promise<void> {
    this.rows = await db.query('select * from rows');
  }

  async depths(): Promise<number> {
    let deepest = 0;
    for (const row of this.rows) { // expect: heavy-loop
      for (const other of this.rows) if (other.parent === row.id) deepest += 1;
    }
    return deepest;
  }
}
export const report = new Report();

export async function bubble(values: number[]): Promise<number[]> {
  let swapped = true;
  for (let i = 0; i < values.length; i++) { // expect: heavy-loop
    swapped = false;
    for (let j = 0; j < values.length - i - 1; j++) {
      if (values[j] > values[j + 1]) {
        [values[j], values[j + 1]] = [values[j + 1], values[j]];
        swapped = true;
      }
    }
    if (!swapped) break;
  }
  return values;
}

export async function insertion(list: number[]): Promise<void> {
  for (let i = 1; i < list.length; i++) { // expect: heavy-loop
    const value = list[i];
    let j = i - 1;
    while (j >= 0 && list[j] > value) {
      list[j + 1] = list[j];
      j -= 1;
    }
    list[j + 1] = value;
  }
}

export async function distance(a: string, b: string): Promise<number> {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) { // expect: heavy-loop
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + cost);
    }
    before = now;
  }
  return before[b.length];
}

export async function triples(values: number[]): Promise<number> {
  let count = 0;
  for (const a of values) for (const b of values) for (const c of values) if (a + b + c === 0) count += 1; // expect: heavy-loop
  return count;
}

// Words of a text are many, unlike the names of a path.
export async function repeated(text) {
  const words = text.split(' ');
  return words.filter((word) => words.indexOf(word) !== words.lastIndexOf(word)); // expect: heavy-loop
}
