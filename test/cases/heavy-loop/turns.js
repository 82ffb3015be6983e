import express from 'express';

// What lets others run in each round, and what only looks like it.
const app = express();
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function shortPause() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function twice(value) {
  return value * 2;
}

function mark(row, rows) {
  for (const other of rows) if (other.id === row.id) row.count++;
}

app.post('/', async (req, res) => {
  const { rows } = req.body;
  for (const row of rows) {
    mark(row, rows);
    await new Promise((resolve) => setImmediate(resolve)); // ok: the next turn of the loop
  }
  for (const row of rows) {
    mark(row, rows);
    await new Promise((resolve) => {
      setTimeout(resolve, 1); // ok: a timer
    });
  }
  for (const row of rows) {
    mark(row, rows);
    await nextTurn(); // ok: what it returns is there in the next turn
  }
  for (const [index, row] of rows.entries()) {
    mark(row, rows);
    if (index % 100 === 0) await shortPause(); // ok: now and then is enough
  }
  for (const row of rows) { // expect: heavy-loop
    mark(row, rows);
    await new Promise((resolve) => resolve(row.count));
  }
  for (const row of rows) { // expect: heavy-loop
    mark(row, rows);
    await twice(row.count);
  }
  res.json(rows);
});

app.listen(3000);
