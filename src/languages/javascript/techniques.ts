import type { Techniques } from '../../model/techniques.ts';

/** How things are done with promises, timers and worker threads. */
export const techniques: Techniques = {
  nameOf: (canonical) => canonical,
  wait: ({ say, strategy, target }) => {
    if (say !== undefined) return say;
    if (strategy === 'offload') return 'Run it on a worker thread.';
    return target === undefined ? undefined : `Await \`${target}\` instead.`;
  },
  compute: ({ say, target, work, strategy }) => {
    if (say !== undefined || target === undefined) {
      return say ?? (strategy === 'offload' ? 'Run it on a worker thread.' : undefined);
    }
    return `Await \`${target}\` instead: the ${work} then runs off the event loop's thread.`;
  },
  threads: 'compute',
  spin: 'Await a timer.',
  rounds: (isShort) =>
    isShort
      ? 'Start all rounds with `map`, and await `Promise.all` of them.'
      : 'Start the rounds with `map`, a bounded number at once where there may be many, and await `Promise.all` of them.',
  together: 'Start them together, and await `Promise.all` of them.',
  jobs: 'Run the jobs on worker threads (a pool of as many as there are cores), or one after another to say what happens.',
  alone: 'Run the computation on a worker thread and await that; without, `async` only hides that it blocks.',
  joined: 'on this thread and never waits, so the jobs run one after another',
  held: 'the thread of the event loop waits for it',
  awaitHere: 'Call the asynchronous functions from here and await them.',
  callHere: 'Call the function from here, or keep a pool of workers if there is more to do.',
  move: 'move it to a worker thread',
  pause: 'let others run in between (`setImmediate`)',
  expression: (pattern, flags) => `/${pattern}/${flags}`,
  match: 'match on a worker thread',
  set: 'a Set',
  map: 'a Map',
};
