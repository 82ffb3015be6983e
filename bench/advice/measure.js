/**
 * Measures one sample in a process of its own: `node measure.js SAMPLE CORES`. It prints wall time, time of the processor
 * and the longest stall of the event loop, for the sample as it is, with its waits overlapped, and on workers.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPool } from './pool.js';

const RUNS = 5;
const [, , file, cores] = process.argv;
const url = pathToFileURL(resolve(file)).href;
const { items, shape, isEach = false, subject, overlapped = subject, job, onWorkers } = await import(url);

const pool = job && (await startPool(url, Number(cores)));
const each = (work) => () => Promise.all(items.map((item) => work(item, pool)));
const whole = (work) => (isEach ? each(work) : () => work(items));
const ways = {
  now: whole(subject),
  ...(overlapped !== subject && { overlapped: whole(overlapped) }),
  workers: each(onWorkers ?? ((item) => pool.run(item))),
};
const result = await bestOf(ways);
await pool?.stop();
console.log(JSON.stringify({ shape, runs: { overlapped: result.now, ...result } }));

/** The best of some runs of each, in turn, after one that is not counted: what else the machine does only makes them longer. */
async function bestOf(ways) {
  const best = {};
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, work] of Object.entries(ways)) {
      const { wall, cpu, stall } = await once(work);
      const known = run > 1 ? best[name] : { wall, cpu, stall };
      best[name] = {
        wall: Math.min(known.wall, wall),
        cpu: Math.min(known.cpu, cpu),
        stall: Math.min(known.stall, stall),
      };
    }
  }
  return best;
}

async function once(work) {
  let last = performance.now();
  let stall = 0;
  const beat = () => {
    const now = performance.now();
    stall = Math.max(stall, now - last - 1);
    last = now;
  };
  const heart = setInterval(beat, 1);
  await new Promise((ready) => setTimeout(ready, 20));
  stall = 0;
  last = performance.now();
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  await new Promise((ready) => setTimeout(ready, 5));
  clearInterval(heart);
  return { wall, cpu: (user + system) / 1000, stall };
}
