/** Measures whole processes from outside: wall time, CPU time of all threads, peak resident memory. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

export interface Measurement {
  readonly wallSeconds: number;
  /** NaN where the platform tells neither by GNU time nor by /proc. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly exitCode: number;
}

export interface ProcessSpec {
  readonly command: readonly string[];
  readonly cwd: string;
  /** Receives standard output; standard error goes to the same name with `.err`. */
  readonly output: string;
}

const gnuTime = '/usr/bin/time';
const hasGnuTime = existsSync(gnuTime) && spawnSync(gnuTime, ['-f', '%e', 'true']).status === 0;

/** How the figures were taken, for the results page. */
export const meterName = hasGnuTime ? 'GNU time' : '/proc, read every 10 ms';

export async function measure({ command, cwd, output }: ProcessSpec): Promise<Measurement> {
  const report = `${output}.time`;
  const [program, ...args] = hasGnuTime ? [gnuTime, '-f', '%U %S %M', '-o', report, ...command] : command;
  const [out, err] = [openSync(output, 'w'), openSync(`${output}.err`, 'w')];
  const started = performance.now();
  const child = spawn(program!, args, { cwd, stdio: ['ignore', out, err] });
  const watch = hasGnuTime || child.pid === undefined ? undefined : watchProcess(child.pid);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  const wallSeconds = (performance.now() - started) / 1000;
  closeSync(out);
  closeSync(err);
  const usage = watch ? watch() : readReport(report);
  return { wallSeconds, exitCode, ...usage };
}

type Usage = Pick<Measurement, 'cpuSeconds' | 'peakMegabytes'>;

/** The last line; the one before it says that the command failed, which linters do when they find something. */
function readReport(file: string): Usage {
  if (!existsSync(file)) return { cpuSeconds: NaN, peakMegabytes: NaN };
  const last = readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
  rmSync(file);
  const [user = NaN, system = NaN, kilobytes = NaN] = last.split(' ').map(Number);
  return { cpuSeconds: user + system, peakMegabytes: (kilobytes * 1024) / 1e6 };
}

/** Polls the kernel's account of a process; the function returned ends that and gives the last figures. */
function watchProcess(pid: number): () => Usage {
  let usage: Usage = { cpuSeconds: NaN, peakMegabytes: NaN };
  const poll = (): void => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .map(Number);
      // utime and stime in ticks of 1/100 s, the fields 14 and 15 of which two were cut off.
      if (peak !== undefined) {
        usage = { cpuSeconds: (fields[11]! + fields[12]!) / 100, peakMegabytes: (Number(peak) * 1024) / 1e6 };
      }
    } catch {
      // The process has ended, or this platform has no /proc: the last figures stand.
    }
  };
  const timer = setInterval(poll, 10);
  return () => {
    clearInterval(timer);
    return usage;
  };
}
