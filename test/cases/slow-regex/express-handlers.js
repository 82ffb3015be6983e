import express from 'express';

const app = express();
const TRAILING = /\s+$/;
const WORDS = /^(\w+\s?)*$/;

app.get('/search', (req, res) => {
  res.send(req.query.q.replace(TRAILING, '')); // expect: slow-regex@warning /\s+$/
});

app.post('/members', (req, res) => {
  const { name, address: { street } = {} } = req.body;
  if (!WORDS.test(name)) return res.status(400).end(); // expect: slow-regex@error /^(\w+\s?)*$/
  res.send(street.match(/^(?:[a-z]+ ?)+\d*$/i)); // expect: slow-regex@error
});

app.get('/files/:name', async (req, res) => {
  const name = decodeURIComponent(String(req.params.name)).trim();
  res.send(/^(a+)+$/.exec(name)); // expect: slow-regex@error
});

app.use((error, req, res, next) => {
  if (/^(\w+\s?)*$/.test(req.headers['x-reason'])) next(error); // expect: slow-regex@error
});

app.use((req, res, next) => {
  const accept = req.get('accept') ?? '*/*';
  for (const part of accept.split(',')) {
    if (part.search(/\s+;/) >= 0) next(); // expect: slow-regex
  }
});

app.get('/tags', (req, res) => {
  const tags = req.query.tags.split(',').map((tag) => tag.replace(/<[^>]+>/g, '')); // expect: slow-regex
  res.json(tags);
});

app.get('/greeting', (req, res) => {
  const line = `Hello ${req.query.name}, ` + 'welcome';
  res.send(line.split(/\s*,\s*/)); // expect: slow-regex
});

app.listen(3000);
