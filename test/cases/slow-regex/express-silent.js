import express from 'express';
import { createHash } from 'node:crypto';

const app = express();
const WORDS = /^(\w+\s?)*$/;
const MAX_NAME = 40;

app.post('/limited', (req, res) => {
  const { name, title, text } = req.body;
  if (name.length > 40) return res.status(413).end();
  res.send(WORDS.test(name)); // ok: the length is limited
  if (title.length <= MAX_NAME && WORDS.test(title)) res.end(); // ok: the same
  res.send(text.slice(0, 30).match(WORDS)); // ok: cut
});

app.post('/linear', (req, res) => {
  // ok: these take linear time
  if (/^\d+$/.test(req.body.age)) res.end();
  if (/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(req.body.mail)) res.end();
  res.send(req.body.text.replace(/[&<>"']/g, ''));
  res.send(req.body.text.split(/\r?\n/));
  res.send(req.body.text.replace(/(?<!\s)\s+$/, ''));
});

app.post('/derived', (req, res) => {
  const digest = createHash('sha256').update(req.body.text).digest('hex');
  res.send(WORDS.test(digest)); // ok: as long as digests are
  res.send(WORDS.test(String(req.body.text.length))); // ok: a number
  res.send(WORDS.test(req.method)); // ok: not from outside
});

app.get('/constants', (req, res) => {
  const name = process.env.NAME ?? 'nobody';
  res.send(WORDS.test(name)); // ok: the program's own
  res.send(WORDS.test('one two three'));
});

app.get('/text', (req, res) => {
  res.send(req.query.q.split(' ')); // ok: no expression
  res.send(req.query.q.replace('  ', ' '));
});

app.listen(3000);
