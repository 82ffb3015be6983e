import type { Remedy, Techniques } from '../../model/techniques.ts';
import type { TechniqueContext } from '../../model/traits.ts';
import { isBefore } from './versions.ts';

/** An event loop, by how it does things. */
interface Loop {
  readonly sleep: string;
  /** Runs a function in a thread, up to the name of the function. */
  readonly thread: string;
  readonly process: string;
  readonly gather: string;
  readonly bound: string;
  readonly pause: string;
}

const ASYNCIO: Loop = {
  sleep: 'asyncio.sleep',
  thread: 'asyncio.to_thread(',
  process: '`loop.run_in_executor` with a `ProcessPoolExecutor`',
  gather: '`asyncio.gather`, or with a `TaskGroup` since Python 3.11',
  bound: 'asyncio.Semaphore',
  pause: 'await asyncio.sleep(0)',
};

const ANYIO: Loop = {
  sleep: 'anyio.sleep',
  thread: 'anyio.to_thread.run_sync(',
  process: '`anyio.to_process.run_sync`',
  gather: 'a task group (`anyio.create_task_group`)',
  bound: 'anyio.CapacityLimiter',
  pause: 'await anyio.sleep(0)',
};

const TRIO: Loop = {
  sleep: 'trio.sleep',
  thread: 'trio.to_thread.run_sync(',
  process: 'a process (`trio-parallel`)',
  gather: 'a nursery (`trio.open_nursery`)',
  bound: 'trio.CapacityLimiter',
  pause: 'await trio.sleep(0)',
};

/** What the standard library has for a project that runs on this version and later ones. */
function asyncioOf(oldest: string | undefined): Loop {
  if (oldest === undefined) return ASYNCIO;
  return {
    ...ASYNCIO,
    ...(isBefore(oldest, 9) && { thread: 'loop.run_in_executor(None, ' }),
    gather: isBefore(oldest, 11) ? '`asyncio.gather`' : '`asyncio.gather`, or with a `TaskGroup`',
  };
}

/** The loop that a file works with, by what it imports. */
function loopOf(imports: readonly string[], oldest: string | undefined): Loop {
  const has = (name: string): boolean => imports.some((module) => `${module}.`.startsWith(`python:${name}.`));
  if (has('asyncio')) return asyncioOf(oldest);
  if (has('trio')) return TRIO;
  return has('anyio') ? ANYIO : asyncioOf(oldest);
}

export function techniquesOf(imports: readonly string[], { dependencies, oldest }: TechniqueContext): Techniques {
  const loop = loopOf(imports, oldest);
  return {
    nameOf,
    wait: (remedy, call) => waitInstead(loop, dependencies, remedy, call),
    compute: (remedy, call) => computeInstead(loop, remedy, call),
    threads: 'wait',
    spin: `Await \`${loop.sleep}\`.`,
    rounds: (isShort) => {
      const start = `Start the rounds together with ${loop.gather}`;
      return isShort ? `${start}.` : `${start}; where there may be many, bound them with a \`${loop.bound}\`.`;
    },
    together: `Start them together with ${loop.gather}.`,
    jobs: `Run the jobs in processes: ${loop.process}. Threads make pure Python no faster, as they share the interpreter lock.`,
    alone: `Run the computation in a process (${loop.process}) and await that; without, \`async\` only hides that it blocks.`,
    joined: 'on the loop and never waits, so the jobs run one after another',
    turns:
      'threads take turns at Python code: the loop goes on in between, but no other core helps (free-threaded builds of Python 3.13 and later do without turns)',
    held: 'holds the interpreter lock until it is done, in a thread as well',
    awaitHere: 'Await an asynchronous function here.',
    callHere: 'Call the function from here, or keep a pool if there is more to do.',
    move: `move it to a process pool (${loop.process})`,
    pause: `let others run in between (\`${loop.pause}\`)`,
    expression: (pattern) => `r"${pattern}"`,
    match: 'match in another process',
    set: 'a set',
    map: 'a dict',
  };
}

/** `python:os.path.exists` is `os.path.exists`. */
function nameOf(canonical: string): string {
  return canonical.replace(/^python:(?:builtins\.)?/, '');
}

function inThread({ thread }: Loop, call: string): string {
  return `\`await ${thread}${call}, …)\``;
}

function waitInstead(loop: Loop, dependencies: ReadonlySet<string>, remedy: Remedy, call: string): string | undefined {
  const { say, strategy, target, needs } = remedy;
  if (strategy === 'advice') return say;
  if (target === undefined) {
    const move = `Run it in a thread: ${inThread(loop, call)}.`;
    return say === undefined ? move : `${say} Or run it in a thread: ${inThread(loop, call)}.`;
  }
  if (target === 'python:asyncio.sleep') return `Await \`${loop.sleep}\` instead.`;
  if (say !== undefined) return say;
  const twin = `Await \`${nameOf(target)}\` instead`;
  if (needs === undefined) return `${twin}.`;
  if (dependencies.has(needs)) return `${twin}, or run it in a thread: ${inThread(loop, call)}.`;
  return `Run it in a thread: ${inThread(loop, call)}; or await \`${nameOf(target)}\`, from the package ${needs}.`;
}

function computeInstead(loop: Loop, { say, strategy, target, gil }: Remedy, call: string): string | undefined {
  if (strategy === 'advice') return say;
  if (target !== undefined) return say ?? `Await \`${nameOf(target)}\` instead.`;
  return [moved(loop, gil, call), say].filter((part) => part !== undefined).join(' ');
}

function moved(loop: Loop, gil: Remedy['gil'], call: string): string {
  switch (gil) {
    case 'releases':
      return `Run it in a thread: ${inThread(loop, call)}. It releases the interpreter lock, so the loop goes on meanwhile.`;
    case 'holds':
      return `Run it in another process: ${loop.process}. It holds the interpreter lock, so a thread would stop the loop as well.`;
    default:
      return `Run it in another process: ${loop.process}. A thread (${inThread(loop, call)}) keeps the loop alive, but makes pure Python no faster.`;
  }
}
