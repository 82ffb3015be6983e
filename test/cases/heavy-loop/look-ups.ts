// A search or a copy in each round: quadratic by accident.
import { readFile } from 'node:fs/promises';
import express from 'express';
import { pool } from 'some-pool';

const app = express();

app.post('/orders', (req, res) => {
  const { orders, customers } = req.body;
  res.json(orders.map((order) => customers.find((customer) => customer.id === order.customerId))); // expect: heavy-loop
});

export async function missing(): Promise<string[]> {
  const before = (await readFile('before.txt', 'utf8')).split('\n'); // expect: sequential-awaits
  const after = (await readFile('after.txt', 'utf8')).split('\n');
  return before.filter((line) => !after.includes(line)); // expect: heavy-loop
}

export async function distinct(values: string[]): Promise<string[]> {
  return values.filter((value, index) => values.indexOf(value) === index); // expect: heavy-loop
}

export async function collect(rows: { name: string }[]): Promise<string[]> {
  const names: string[] = [];
  for (const row of rows) { // expect: heavy-loop
    if (!names.includes(row.name)) names.push(row.name);
  }
  return names;
}

export async function byId(rows: { id: string }[]): Promise<object> {
  return rows.reduce((all, row) => ({ ...all, [row.id]: row }), {}); // expect: heavy-loop
}

export async function appended(rows: { id: string }[]): Promise<object[]> {
  let all: object[] = [];
  for (const row of rows) { // expect: heavy-loop
    all = [...all, { ...row, seen: true }];
  }
  return all;
}

export async function medians(values: number[]): Promise<number[]> {
  const seen: number[] = [];
  const medians: number[] = [];
  for (const value of values) { // expect: heavy-loop
    seen.push(value);
    seen.sort((a, b) => a - b);
    medians.push(seen[seen.length >> 1]);
  }
  return medians;
}

export async function merge(): Promise<object[]> {
  const { rows: users } = await pool.query('select * from users');
  const { rows: accounts } = await pool.query('select * from accounts');
  return users.map((user) => { // expect: heavy-loop
    const own = accounts.filter((account) => account.userId === user.id);
    return { ...user, own };
  });
}

// Through a helper of the same file.
function nameOf(people: { id: number; name: string }[], id: number): string | undefined {
  return people.find((person) => person.id === id)?.name;
}

app.post('/names', (req, res) => {
  const names = req.body.ids.map((id) => nameOf(req.body.people, id)); // expect: heavy-loop
  res.json(names);
});

export async function snapshots(rows: { id: number }[]): Promise<string[]> {
  const texts: string[] = [];
  for (const row of rows) { // expect: heavy-loop
    texts.push(row.id + JSON.stringify(rows));
  }
  return texts;
}

export async function front(rows: object[]): Promise<number> {
  const index = Object.fromEntries(rows.map((row, at) => [at, row]));
  let count = 0;
  for (const row of rows) if (Object.keys(index).length > 3 && row) count += 1; // expect: heavy-loop
  return count;
}

// What a service is asked for is a part of what is stored: ten times fewer look-ups are no stall.
export async function inviteAll(service: Service, project: string) {
  const users = await service.usersOf(project);
  const members = await service.membersOf(project);
  return users.filter((user) => !members.includes(user));
}

interface Service {
  usersOf(project: string): Promise<string[]>;
  membersOf(project: string): Promise<string[]>;
}
