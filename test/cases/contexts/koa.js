const Koa = require('koa');
const Router = require('@koa/router');
const fs = require('fs');

const app = new Koa();
const router = new Router({ prefix: '/api' });

app.use(async (ctx, next) => {
  const started = Date.now();
  await next();
  fs.appendFileSync('times.log', `${ctx.url} ${Date.now() - started}\n`); // expect: blocking-io node:fs.appendFileSync
});

app.use(ctx => { ctx.body = fs.createReadStream('index.html'); });

router
  .get('/', ctx => { ctx.body = fs.readFileSync('api.json'); }) // expect: blocking-io node:fs.readFileSync
  .put('/:id', save);

async function save(ctx) {
  fs.writeFileSync(ctx.params.id, ctx.request.body); // expect: blocking-io node:fs.writeFileSync
}

app.on('error', (err) => fs.writeFileSync('error.txt', err.stack)); // expect: blocking-io node:fs.writeFileSync
app.use(router.routes()).use(router.allowedMethods()).listen(3000);
