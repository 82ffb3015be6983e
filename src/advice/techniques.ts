import type { Technique, TechniqueId } from '../model/advice.ts';
import type { Finding } from '../model/finding.ts';
import type { FixStrategy } from '../model/fix.ts';
import type { AwaitOrder, WorkItem, WorkProfile } from '../model/work-profile.ts';
import type { Judgement } from './judge.ts';
import { callsOf, capitalised, quoted } from './phrases.ts';
import type { Words } from './words.ts';

/** Which fixes carry a technique out. */
const FIXES: Readonly<Record<FixStrategy, readonly TechniqueId[]>> = {
  'await-twin': ['await', 'thread'],
  'carry-async': ['await', 'thread'],
  sleep: ['await', 'thread'],
  'safer-expression': ['better-algorithm'],
  'await-together': ['together', 'bounded'],
  'async-copy': ['await', 'thread'],
  unthread: ['await'],
  offload: ['worker', 'pool'],
  yield: ['chunk'],
};

type Way = Omit<Technique, 'findings' | 'fixes'>;

/** Ways out for a function, what fits best first. */
export function techniquesFor(
  profile: WorkProfile,
  judgement: Judgement,
  findings: readonly Finding[],
  words: Words,
): Technique[] {
  const ways = new Map<TechniqueId, Way>();
  for (const way of waysFor(profile, judgement, words)) if (!ways.has(way.id)) ways.set(way.id, way);
  return [...ways.values()].map((way) => {
    const fixes = (Object.keys(FIXES) as FixStrategy[]).filter((strategy) => FIXES[strategy].includes(way.id));
    const carried = fixes.length === 0 ? [] : findings.filter(({ suppression }) => !suppression);
    return { ...way, fixes, findings: carried.map(({ fingerprint }) => fingerprint) };
  });
}

function waysFor(profile: WorkProfile, judgement: Judgement, words: Words): Way[] {
  const { verdict, blocking, moved, heavy, free, cpuJoins, ioWorkers, expressions, handedOver } = judgement;
  if (verdict === 'neither') {
    const perhaps = profile.orders.filter(({ why }) => why === 'unknown');
    return [leave(profile), ...perhaps.flatMap((order) => overlapping(order, words))];
  }
  const first = blocking.map(({ item }) => waitingWay(item, words));
  const second = [...blocking, ...moved].flatMap(({ item }) => furtherWays(item, words));
  return [
    ...first,
    ...free.flatMap((order) => overlapping(order, words)),
    ...ioWorkers.map(({ operation }) => onLoop(operation.instead)),
    ...handedOver.map((finding) => passedWay(finding, words)),
    ...expressions.map(({ operation }) => betterExpression(operation.instead)),
    ...heavy.flatMap(({ item }) => computingWays(item, words)),
    ...(cpuJoins.length > 0 && heavy.length === 0 ? [pool('the computation', words)] : []),
    ...moved.map(({ item }) => worker(quoted(item.text), words)),
    ...second,
  ];
}

/** For what another function does that is handed over. */
function passedWay({ verdict, operation, path }: Finding, words: Words): Way {
  const { instead, work } = operation;
  const text = path.at(-1)?.call ?? operation.name;
  if (verdict === 'parallelism') return worker(quoted(text), words);
  return waitingWay({ text, work, ...(instead !== undefined && { instead }) }, words);
}

/** In place of a thread that waits. */
function waitingWay(
  { text, twin, work, instead }: Pick<WorkItem, 'text' | 'twin' | 'work' | 'instead'>,
  words: Words,
): Way {
  if (words.thread !== undefined && work !== 'sleep' && (twin === undefined || /\bin a thread\b/.test(instead ?? ''))) {
    return {
      id: 'thread',
      title: `Let another thread wait: ${words.thread}`,
      why: instead ?? `${quoted(text)} then waits on another thread, and the event loop goes on.`,
      cost: `The function becomes ${words.async}; there are as many waits at once as the pool has threads.`,
      strategy: 'concurrent',
    };
  }
  return {
    id: 'await',
    title: twin === undefined ? 'Await the asynchronous form' : `Await ${quoted(twin)}`,
    why: isMore(instead) ? instead : `${quoted(text)} then waits while the event loop runs other things.`,
    cost: `The function, and those that call it, become ${words.async}; others may run while it waits.`,
    strategy: 'concurrent',
  };
}

/** Whether a sentence says more than which twin to await. */
function isMore(instead: string | undefined): instead is string {
  return instead !== undefined && !/^Await `[^`]+` instead\.$/.test(instead);
}

/** Verbs of what leaves everything as it was. */
const LOOKS =
  /^(?:asks|checks|collects|compares|compiles|follows|lists|loads|looks|opens|reads|resolves|searches|walks)\b/;

function furtherWays({ text, does = '', rounds, work, isKept }: WorkItem, words: Words): Way[] {
  const ways: Way[] = [];
  if (rounds) ways.push(bounded(quoted(text), words));
  // What is changed has to be changed each time.
  if (!LOOKS.test(does)) return ways;
  if (does.includes('whole')) {
    ways.push({
      id: 'stream',
      title: `Read it as ${words.stream}`,
      why: 'What is large then comes in pieces: memory stays small, and others run in between.',
      cost: 'What uses the data has to take it in pieces as well.',
      strategy: 'concurrent',
    });
  }
  if (work !== 'file' && work !== 'module') return ways;
  ways.push({
    id: 'start-up',
    title: 'Do it once, while the program starts',
    why: `If the result of ${quoted(text)} does not change, nobody waits for it later.`,
    cost: 'A change shows only after a restart.',
  });
  return isKept ? ways : [...ways, cache(text)];
}

function cache(text: string): Way {
  return {
    id: 'cache',
    title: 'Keep the result',
    why: `If ${quoted(text)} gets the same input again, only the first call pays.`,
    cost: 'Memory, and a rule for when a result is too old.',
  };
}

function overlapping({ kind, calls, rounds, why }: AwaitOrder, words: Words): Way[] {
  const names = callsOf(calls);
  const together: Way = {
    id: 'together',
    title: `Start them together, then await ${words.all}`,
    why:
      why === 'unknown'
        ? `If nobody minds in which order ${names} are done, their waits can overlap.`
        : kind === 'row'
          ? `${capitalised(names)} do not need each other: together they take as long as the longest of them.`
          : `The rounds of ${names} do not need each other: their waits can overlap.`,
    cost: 'All are under way at once; if one fails, the others go on.',
    strategy: 'concurrent',
  };
  return kind === 'each' && rounds?.amount === undefined ? [bounded(names, words), together] : [together];
}

function bounded(names: string, { limit }: Words): Way {
  return {
    id: 'bounded',
    title: `Run a bounded number at once, with ${limit}`,
    why: `The rounds of ${names} overlap, and a limit keeps files, connections and the other side from running out.`,
    cost: 'A small helper or library that counts what is under way.',
    strategy: 'concurrent',
  };
}

function onLoop(instead: string | undefined): Way {
  return {
    id: 'await',
    title: 'Await it on the event loop',
    why: instead ?? 'What only waits needs no thread of its own.',
    cost: 'The code of the worker moves to where it is called.',
    strategy: 'concurrent',
  };
}

function betterExpression(instead: string | undefined): Way {
  return {
    id: 'better-algorithm',
    title: 'Use an expression that takes linear time',
    why: instead ?? 'No input can then make it take long.',
    cost: 'A local change: no signature changes.',
  };
}

function computingWays(item: WorkItem, words: Words): Way[] {
  const { text, twin, instead, estimate, rounds, isTogether, isKept, work, lock } = item;
  const name = quoted(text);
  const ways: Way[] = [];
  if (estimate && instead !== undefined && !instead.startsWith('If nothing')) {
    ways.push({
      id: 'better-algorithm',
      title: 'Compute less',
      why: instead,
      cost: 'A local change: no signature changes.',
    });
  }
  if (twin !== undefined) {
    ways.push({
      id: 'await',
      title: `Await ${quoted(twin)}`,
      why: `It computes the same on a thread that the runtime keeps for that, and ${name} no longer holds the event loop.`,
      cost: `The function becomes ${words.async}; that pool has few threads (four, mostly).`,
      strategy: 'both',
    });
  }
  if (lock === 'releases' && words.thread !== undefined) ways.push(freeThread(name, words.thread, words));
  ways.push(rounds || isTogether ? pool(name, words) : worker(name, words));
  if (estimate) ways.push(chunk(name, words));
  if (!isKept && !estimate && /compilation|template|rendering|parsing/.test(work)) ways.push(cache(text));
  return ways;
}

/** Some libraries let go of the lock while they compute. */
function freeThread(name: string, thread: string, { async }: Words): Way {
  return {
    id: 'thread',
    title: `Let another thread compute: ${thread}`,
    why: `${name} releases the interpreter’s lock while it computes, so that threads do compute at the same time.`,
    cost: `The function becomes ${async}; nothing is copied.`,
    strategy: 'both',
  };
}

function worker(name: string, { worker: where, workerStart, message }: Words): Way {
  return {
    id: 'worker',
    title: `Move it to ${where}`,
    why: `${name} then runs there, and the event loop stays free.`,
    cost: `Arguments and results are ${message}; a worker takes ${workerStart} to start, so keep it.`,
    strategy: 'both',
  };
}

function pool(name: string, { workers, workerStart, message }: Words): Way {
  return {
    id: 'pool',
    title: `Hand the rounds to ${workers}`,
    why: `As many rounds of ${name} compute at the same time as there are cores.`,
    cost: `Each item and each result is ${message}; a worker takes ${workerStart} to start, so the pool stays.`,
    strategy: 'both',
  };
}

function chunk(name: string, { pause, async }: Words): Way {
  return {
    id: 'chunk',
    title: `Compute in pieces, with ${pause} in between`,
    why: `It takes as long in all, but ${name} no longer stalls others for longer than one piece.`,
    cost: `The function becomes ${async}; others see its data between two pieces.`,
    strategy: 'chunked',
  };
}

const LEAVE: Readonly<Record<WorkProfile['reached']['circumstance'], string>> = {
  loop: 'Nothing in it holds the event loop for long.',
  'start-up': 'While a program starts nobody waits for the event loop.',
  'off-loop': 'It does not run on the thread of the event loop.',
  script: 'Nothing in it takes long.',
  unknown: 'Nothing in it holds the event loop for long.',
};

function leave({ reached, unweighed: [unweighed] }: WorkProfile): Way {
  const why = unweighed
    ? `As long as ${quoted(unweighed.text)} gets little data, nothing in it holds the event loop for long.`
    : LEAVE[reached.circumstance];
  return { id: 'leave', title: 'Leave it', why, cost: 'None.' };
}
