/** Runs the samples of the advice in Node and in Python, and writes what was measured beside what is advised: `npm run bench:advice`. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { format } from 'prettier';
import { scenesOf } from '../src/advice/gain.ts';
import type { Quantity, TaskLoad } from '../src/model/advice.ts';
import { renderPage, type Row } from './advice/page.ts';
import { adviseSamples, sampleFolder, type AdvisedSample } from './advice/samples.ts';
import { measuredVerdict, type Measured } from './advice/verdict.ts';

const CORES = 2;
const folder = join(import.meta.dirname, 'advice');

interface Shape {
  readonly tasks: number;
  /** What each task waits for, in milliseconds. */
  readonly wait: number;
}

/** Answers with the name that it is asked for, after a while. */
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  setTimeout(() => response.end(searchParams.get('name')), Number(searchParams.get('wait')));
});

interface Measurement {
  readonly shape: Shape;
  readonly runs: Measured;
}

async function measure(file: string): Promise<Measurement> {
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, LOOPWISE_BENCH_SERVER: `http://localhost:${port}` };
  const [program, script] = file.endsWith('.py') ? ['python3', 'measure.py'] : [process.execPath, 'measure.js'];
  const { stdout } = await promisify(execFile)(program, [join(folder, script), file, String(CORES)], { env });
  return JSON.parse(stdout) as Measurement;
}

/** What the model says, given what a task waits for and what it was measured to compute. */
function modelOf({ advice }: AdvisedSample, { tasks, wait }: Shape, measured: Measured): Row['model'] {
  const given = (amount: number): Quantity => ({ amount, origin: 'known' });
  // What waits in vain is no computation: it is gone after the change.
  const { cpu } = advice.verdict === 'concurrency' ? measured.overlapped : measured.now;
  const load: TaskLoad = {
    ...advice.load,
    tasks: given(tasks),
    wait: given(wait),
    // Where workers only wait, what they compute is their start.
    compute: advice.now.strategy === 'both' ? advice.load.compute : given(cpu / tasks),
    cores: given(CORES),
    limit: tasks,
  };
  const [now, after] = scenesOf(load, advice.after ? [advice.now, advice.after] : [advice.now]);
  if (!now) throw new Error('a load has a scene');
  return { now: now.outcome, after: after?.outcome };
}

const [load = 0] = loadavg();
const rows: Row[] = [];
await new Promise<void>((ready) => server.listen(0, ready));
for (const sample of await adviseSamples()) {
  const { shape, runs } = await measure(join(sampleFolder, sample.name));
  const measured = measuredVerdict(runs);
  rows.push({ name: sample.name, advised: sample.advice.verdict, measured, runs, model: modelOf(sample, shape, runs) });
  console.log(`${sample.name}: advised ${sample.advice.verdict}, measured ${measured}`);
}
server.close();
const reasons = JSON.parse(readFileSync(join(folder, 'reasons.json'), 'utf8')) as Record<string, string>;
const python = (await promisify(execFile)('python3', ['--version'])).stdout.trim();
const machine = { node: process.version, python, cpu: cpus()[0]?.model ?? 'an unknown processor', cores: CORES, load };
const page = await format(renderPage(rows, reasons, machine), { parser: 'markdown', printWidth: 120 });
writeFileSync(join(import.meta.dirname, 'ADVICE.md'), page);
const verdicts = Object.fromEntries(rows.map(({ name, measured }) => [name, measured]));
writeFileSync(join(folder, 'measured.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
