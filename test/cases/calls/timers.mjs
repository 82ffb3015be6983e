import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

setInterval(() => {
  fs.writeFileSync('heartbeat', String(Date.now())); // expect: blocking-io node:fs.writeFileSync
}, 1000).unref();

function rotate() {
  fs.renameSync('app.log', 'app.log.1');
}

setTimeout(rotate, 60_000); // expect: blocking-io node:fs.renameSync
setImmediate(function () {
  process.nextTick(() => fs.statSync('.')); // ok: still start-up
});
queueMicrotask(() => { fs.readdirSync('.'); });

setInterval(() => {
  setImmediate(() => fs.statSync('.')); // expect: blocking-io node:fs.statSync
  process.nextTick(() => fs.statSync('.')); // expect: blocking-io node:fs.statSync
  queueMicrotask(() => { fs.readdirSync('.'); }); // expect: blocking-io node:fs.readdirSync
}, 1e3);

export async function later() {
  await delay(50);
  rotate(); // expect: blocking-io node:fs.renameSync
}
