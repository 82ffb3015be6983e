import { createHash, pbkdf2, pbkdf2Sync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import Piscina from 'piscina';
import express from 'express';

const app = express();
const pool = new Piscina({ filename: new URL('./elsewhere.js', import.meta.url).href });

async function deriveOnPool(password) {
  return promisify(pbkdf2)(password, 'salt', 600_000, 32, 'sha512');
}

async function loadAndDerive(file) {
  const password = await readFile(file);
  return pbkdf2Sync(password, 'salt', 600_000, 32, 'sha512'); // expect: heavy-call
}

async function etag(text) {
  return createHash('sha256').update(text).digest('hex');
}

app.post('/', async (req, res) => {
  await Promise.all(req.body.files.map((file) => readFile(file))); // ok: waits
  await Promise.all(req.body.passwords.map((password) => deriveOnPool(password))); // ok: computes elsewhere
  await Promise.all(req.body.passwords.map((password) => pool.run(password))); // ok: in a pool
  await Promise.all(req.body.files.map(loadAndDerive)); // ok: waits as well
  await Promise.all(req.body.texts.map(etag)); // ok: over at once
  await Promise.all(req.body.texts.map(async (text) => text.trim())); // ok: over at once
  await Promise.all(req.body.jobs); // ok: nobody knows what they are
  await Promise.all([fetch(req.body.url), etag(req.body.text)]); // ok: one of them waits
  await Promise.all(req.body.names.map((name) => req.app.locals.load(name))); // ok: nobody knows what it does
  await Promise.all(req.body.names.map((name) => new Promise((resolve) => setTimeout(resolve, 10, name)))); // ok: waits
  res.end();
});

app.listen(3000);

// Start-up may compute one after another in any shape.
const keys = await Promise.all(['a', 'b'].map(async (text) => pbkdf2Sync(text, 'salt', 600_000, 32, 'sha512')));
console.log(keys);
