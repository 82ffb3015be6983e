const fs = require('node:fs');
const Koa = require('koa');
const compose = require('koa-compose');

function stamp(ctx, next) {
  fs.statSync('stamp'); // expect: blocking-io
  return next();
}

const secret = fs.readFileSync('secret'); // ok: while the module loads
const app = new Koa();
app.use(
  compose([
    stamp,
    (ctx, next) => {
      ctx.body = fs.readFileSync('page', secret); // expect: blocking-io
      return next();
    },
  ]),
);
