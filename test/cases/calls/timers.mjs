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

const DAY = 1000 * 60 * 60 * 24;

// What is small and done once an hour at most is nothing to act on.
setInterval(() => {
  if (fs.existsSync('/.dockerenv')) console.log('in a container'); // expect: blocking-io@hint node:fs.existsSync
  fs.writeFileSync('report', String(Date.now())); // expect: blocking-io@warning node:fs.writeFileSync
}, DAY);

setInterval(() => {
  if (fs.existsSync('app.log')) console.log('there'); // expect: blocking-io@information node:fs.existsSync
}, 60_000);

function check() {
  return fs.existsSync('update');
}

// The same function, seldom and often.
setInterval(check, DAY); // expect: blocking-io@hint node:fs.existsSync
setInterval(check, 1000); // expect: blocking-io@information node:fs.existsSync
