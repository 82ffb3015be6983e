const express = require('express');
const fs = require('fs');

const app = express();

app.get('/page', async (req, res, next) => {
  try {
    if (req.query.skip) return next();
    const text = `
${await fs.promises.readFile('page.html', 'utf8')}
`;
    res.send(text);
  } catch (error) {
    next(error);
  }
});

app.use(async function failed(error, req, res, next) {
  try {
    await fs.promises.appendFile('errors.log', String(error));
    next(error);
  } catch (thrown) {
    next(thrown);
  }
});

app.param('name', async (req, res, next, name) => {
  try {
    req.page = await fs.promises.readFile(name, 'utf8');
    next();
  } catch (error) {
    next(error);
  }
});

app.get('/short', async (req, res, next) => res.send(await fs.promises.readFile('short.html'))); // warns: Express 4 does not catch its rejections

app.get('/tried', async (req, res, next) => {
  // warns: Express 4 does not catch its rejections
  try {
    res.send(await fs.promises.readFile('tried.html'));
  } catch {
    next();
  }
});

app.post('/both', both);

async function both(req, res, next) {
  // warns: Express 4 does not catch its rejections
  res.send(await fs.promises.readFile('both.html'));
}

app.put('/both', async (req, res, next) => {
  try {
    await both(req, res, next);
  } catch (error) {
    next(error);
  }
});

app.listen(3000);
