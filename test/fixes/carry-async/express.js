const express = require('express');
const fs = require('fs');

const app = express();

app.get('/', (req, res) => {
  // warns: Express 4 does not catch its rejections
  res.send(fs.readFileSync('index.html'));
});

app.use(function (req, res, next) {
  if (fs.existsSync('.lock')) return res.sendStatus(503);
  next();
});

app.post('/count', count);

function count(req, res) {
  const data = JSON.parse(fs.readFileSync('data.json', 'utf8'));
  data.count += 1;
  // warns: what is at 'data.json' is looked at and then changed
  fs.writeFileSync('data.json', JSON.stringify(data));
  res.json(data);
}

app.listen(3000);
