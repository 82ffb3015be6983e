import express from 'express';

const app = express();
const WORDS = /^(\w+\s?)*$/;

function isName(text) {
  return WORDS.test(text);
}

function isShortName(text) {
  if (text.length > 50) return false;
  return WORDS.test(text); // ok: limited here
}

app.post('/a', (req, res) => {
  if (req.body.name.length > 100) return res.status(400).end();
  res.send(isName(req.body.name)); // ok: limited by the caller
});

app.post('/b', (req, res) => {
  res.send(isShortName(req.body.name));
});

app.post('/c', (req, res) => {
  res.send(isName('a constant')); // ok: the program's own text
});

app.listen(3000, () => {
  if (isName(process.argv[2])) process.exit(); // ok: not from a request
});
