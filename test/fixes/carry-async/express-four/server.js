const express = require('express');
const fs = require('fs');

const app = express();

app.get('/page', (req, res, next) => {
  if (req.query.skip) return next();
  const text = `
${fs.readFileSync('page.html', 'utf8')}
`;
  res.send(text);
});

app.use(function failed(error, req, res, next) {
  fs.appendFileSync('errors.log', String(error));
  next(error);
});

app.param('name', (req, res, next, name) => {
  req.page = fs.readFileSync(name, 'utf8');
  next();
});

app.get('/short', (req, res, next) => res.send(fs.readFileSync('short.html'))); // warns: Express 4 does not catch its rejections

app.get('/tried', (req, res, next) => {
  // warns: Express 4 does not catch its rejections
  try {
    res.send(fs.readFileSync('tried.html'));
  } catch {
    next();
  }
});

app.post('/both', both);

function both(req, res, next) {
  // warns: Express 4 does not catch its rejections
  res.send(fs.readFileSync('both.html'));
}

app.put('/both', (req, res, next) => {
  both(req, res, next);
});

app.listen(3000);
