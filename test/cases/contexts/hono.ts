import { Hono } from 'hono';
import { readFileSync } from 'node:fs';

const app = new Hono();

app.use('*', async (c, next) => {
  readFileSync('maintenance'); // expect: blocking-io node:fs.readFileSync
  await next();
});
app.get('/', (c) => c.html(readFileSync('index.html', 'utf8'))); // expect: blocking-io node:fs.readFileSync

export default app;
