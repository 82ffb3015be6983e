import { pbkdf2Sync, scryptSync } from 'node:crypto';
import bcrypt from 'bcrypt';
import express from 'express';

function derive(password) {
  return pbkdf2Sync(password, 'salt', 600_000, 32, 'sha512');
}

async function deriveLater(password) {
  return derive(password); // expect: heavy-call
}

const app = express();

app.post('/all', async (req, res) => {
  const keys = await Promise.all(req.body.passwords.map((password) => deriveLater(password))); // expect: concurrency-for-cpu@information
  res.send(keys);
});

app.post('/by-name', async (req, res) => {
  res.send(await Promise.all(req.body.passwords.map(deriveLater))); // expect: concurrency-for-cpu
});

app.post('/inline', async (req, res) => {
  const jobs = req.body.passwords.map(async (password) => {
    const salt = password.slice(0, 2);
    return scryptSync(password, salt, 64); // expect: heavy-call
  });
  res.send(await Promise.allSettled(jobs)); // expect: concurrency-for-cpu
});

app.post('/two', async (req, res) => {
  const [a, b] = await Promise.all([deriveLater(req.body.old), deriveLater(req.body.new)]); // expect: concurrency-for-cpu
  res.send([a, b]);
});

app.post('/executors', async (req, res) => {
  const jobs = req.body.passwords.map((password) => new Promise((resolve) => resolve(derive(password)))); // expect: heavy-call
  res.send(await Promise.race(jobs)); // expect: concurrency-for-cpu
});

app.post('/nested', async (req, res) => {
  const hashes = await Promise.all(req.body.passwords.map(async (password) => await hash(password))); // expect: concurrency-for-cpu
  res.send(hashes);
});

async function hash(password) { // expect: concurrency-for-cpu
  return bcrypt.hashSync(password, 12); // expect: heavy-call
}

app.listen(3000);
