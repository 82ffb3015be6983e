import type { AwaitOrder, WorkProfile } from '../model/work-profile.ts';
import type { Judgement, Weighed } from './judge.ts';
import { mayBlock } from './judge.ts';
import { callsOf, listed, quoted } from './phrases.ts';
import type { Words } from './words.ts';

/** The verdict in one sentence. */
export function verdictSentence(profile: WorkProfile, judgement: Judgement, words: Words): string {
  const { verdict, blocking, moved, heavy, free, cpuJoins, ioWorkers, handedOver } = judgement;
  const name = quoted(profile.name);
  const computing = longest([...heavy, ...moved]);
  const elsewhere = isThreadEnough(judgement) ? 'another thread' : words.elsewhere;
  const passed = quoted(handedOver[0]?.path[0]?.call ?? '');
  switch (verdict) {
    case 'concurrency':
      if (blocking.length > 0) {
        return `${name} holds the thread while ${quoted(longest(blocking))} waits: let it wait asynchronously. Concurrency fits.`;
      }
      if (ioWorkers.length > 0 && free.length === 0) {
        return `${name} starts a worker for what only waits: await it on the event loop. Concurrency fits.`;
      }
      if (free.length === 0)
        return `${name} hands over what holds the thread while it waits: ${passed}. Concurrency fits.`;
      return `${name} ${waitsInVain(free[0])} Concurrency fits.`;
    case 'parallelism':
      if (heavy.some(({ item }) => item.rule === 'concurrency-for-cpu')) {
        return `${name} hands a computation to a thread, which stops the event loop as well: only ${elsewhere} frees it. Parallelism fits.`;
      }
      if (cpuJoins.length > 0) {
        return `${name} starts computations together, but one thread runs them one after another. Parallelism fits.`;
      }
      if (computing === '' && handedOver.length > 0) {
        return `${name} hands over what computes for long: ${passed}. Parallelism fits.`;
      }
      return computing === ''
        ? `${name} computes for long on some inputs, and nothing else runs meanwhile. Parallelism, or a better expression, fits.`
        : `${name} computes: only ${elsewhere} takes ${quoted(computing)} off the event loop. Parallelism fits.`;
    case 'both':
      return `${name} waits and computes: let the waits overlap, and move ${computing === '' ? 'the computation' : quoted(computing)} to ${elsewhere}. Both fit.`;
    case 'neither':
      return `${name} ${reasonToLeave(profile, judgement)} Leave it.`;
  }
}

/** Whether all that computes lets other threads compute meanwhile. */
function isThreadEnough({ heavy }: Judgement): boolean {
  return heavy.length > 0 && heavy.every(({ item }) => item.lock === 'releases');
}

function waitsInVain(order: AwaitOrder | undefined): string {
  if (order?.kind === 'each') {
    return `waits for one round over ${quoted(order.rounds?.of ?? '')} after another, although the waits could overlap.`;
  }
  return `waits for one thing after another, although ${callsOf(order?.calls ?? [])} could be under way together.`;
}

function longest(parts: readonly Weighed[]): string {
  return [...parts].sort((a, b) => b.total - a.total)[0]?.item.text ?? '';
}

function reasonToLeave(profile: WorkProfile, { all }: Judgement): string {
  const { reached, orders, isAsync, waits, unweighed } = profile;
  const holds = all.some(({ item }) => item.kind === 'blocking' || (item.kind === 'compute' && item.cost !== 'small'));
  if (holds && mayBlock(profile)) {
    return reached.circumstance === 'start-up'
      ? 'runs while the program starts: it may block.'
      : 'runs off the thread of the event loop: it may block.';
  }
  const [first] = unweighed;
  if (first) return `may compute for long in ${quoted(first.text)}, if there is much data; nothing here says so.`;
  const waiting = all.filter(({ item }) => item.kind === 'wait' || item.kind === 'offloaded');
  if (waiting.some(({ item }) => item.isTogether)) return 'already waits for several things at the same time.';
  if (orders.some(({ why }) => why === 'unknown')) {
    return 'waits for one thing after another; whether these waits may overlap cannot be seen here.';
  }
  if (orders.some(({ why }) => why !== undefined)) return 'waits for one round after another, and has to.';
  if (waiting.some(({ item }) => item.kind === 'offloaded')) return 'already leaves the computation to other threads.';
  if (waiting.length > 0 || waits) return 'already waits without holding the thread.';
  if (isAsync) return 'is asynchronous without need, but does nothing that takes long.';
  return 'does nothing that holds the event loop for long.';
}

/** How it comes to run, in one sentence. */
export function reachedSentence({ name, reached, isModule }: WorkProfile): string {
  const { circumstance, role, path } = reached;
  const subject = isModule ? 'The body of the module' : quoted(name);
  switch (circumstance) {
    case 'loop': {
      const [first] = path;
      if (!first) return `${subject} is run by the event loop: ${role ?? 'it may be called at any time'}.`;
      const through = path.length > 1 ? ` through ${listed(path.slice(1).map(({ caller }) => quoted(caller)))}` : '';
      return `${subject} runs on the event loop: ${quoted(first.caller)} (${role ?? 'function'}) reaches it${through}.`;
    }
    case 'start-up':
      return `${subject} runs while the program starts.`;
    case 'script':
      return `${subject} runs in a script.`;
    case 'off-loop':
      return `${subject} runs on another thread, in another process, or when the process ends.`;
    case 'unknown':
      return `${subject} has no caller that the event loop is known to run: it is taken to be called while the event loop serves.`;
  }
}
