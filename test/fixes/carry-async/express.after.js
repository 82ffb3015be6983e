const express = require('express');
const fs = require('fs');

const app = express();

app.get('/', async (req, res) => {
  // warns: Express 4 does not catch its rejections
  res.send(await fs.promises.readFile('index.html'));
});

app.use(async function (req, res, next) {
  try {
    if (await fs.promises.access('.lock').then(() => true, () => false)) return res.sendStatus(503);
    next();
  } catch (error) {
    next(error);
  }
});

app.post('/count', count);

async function count(req, res) {
  const data = JSON.parse(await fs.promises.readFile('data.json', 'utf8'));
  data.count += 1;
  // warns: what is at 'data.json' is looked at and then changed
  await fs.promises.writeFile('data.json', JSON.stringify(data));
  res.json(data);
}

app.listen(3000);
