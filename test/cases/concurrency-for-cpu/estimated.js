import express from 'express';

// How long jobs take may hang on what comes from outside: that they compute only, one after another, is sure.
const app = express();

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

async function fibonacciLater(n) {
  return fibonacci(n); // expect: heavy-loop
}

async function countPrimes(max) {
  let count = 0;
  for (let candidate = 2; candidate < max; candidate++) { // expect: heavy-loop
    let isPrime = true;
    for (let divisor = 2; divisor < candidate; divisor++) if (candidate % divisor === 0) isPrime = false;
    if (isPrime) count++;
  }
  return count;
}

async function firstLetter(text) {
  return text.slice(0, 1);
}

app.post('/', async (req, res) => {
  const pair = await Promise.all([fibonacciLater(40), fibonacciLater(41)]); // expect: concurrency-for-cpu
  const each = await Promise.all(req.body.numbers.map((n) => fibonacciLater(n))); // expect: concurrency-for-cpu
  const counts = await Promise.all([countPrimes(100_000), countPrimes(200_000)]); // expect: concurrency-for-cpu
  const jobs = [];
  for (const n of req.body.numbers) jobs.push(fibonacciLater(n)); // expect: heavy-loop
  const pushed = await Promise.all(jobs); // expect: concurrency-for-cpu
  const letters = [];
  for (const text of req.body.texts) letters.push(firstLetter(text));
  const mixed = [];
  for (const n of req.body.numbers) mixed.push(fibonacciLater(n), fetch(`https://example.com/${n}`)); // expect: heavy-loop
  const few = await Promise.all(letters); // ok: over at once
  const both = await Promise.all(mixed); // ok: some of them wait
  res.json({ pair, each, counts, pushed, few, both });
});

app.listen(3000);
