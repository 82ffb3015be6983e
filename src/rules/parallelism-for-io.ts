import { defineRule, type Blocker } from '../engine/rule.ts';
import { pathMessage, reportWitnesses } from './shared.ts';

export const parallelismForIo = defineRule({
  id: 'parallelism-for-io',
  verdict: 'concurrency',
  text: {
    title: 'A thread or a process for work that only waits',
    why:
      'Starting a worker takes some ten milliseconds and memory of its own, and every message is copied. That pays for ' +
      'computing. Waiting needs no thread: the event loop waits for thousands of things at once.',
    message: (data) => {
      const { blocker, text } = data.witness;
      if (blocker.kind !== 'worker') return pathMessage(data);
      if (blocker.work === 'waits') {
        const example = blocker.example === undefined ? '' : `, for \`${blocker.example}\``;
        return `\`${text}\` starts a thread or process whose code only waits${example}: the event loop can wait itself.`;
      }
      return `\`${text}\` starts a thread or process each time for work that is over sooner than it starts.`;
    },
    operation: (blocker, techniques) => ({
      name: blocker.kind === 'worker' ? blocker.text : blocker.kind,
      does: isWaiting(blocker) ? 'only waits' : 'does little',
      work: 'thread',
      instead: isWaiting(blocker) ? techniques.awaitHere : techniques.callHere,
    }),
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('parallelism-for-io', entry, report),
});

function isWaiting(blocker: Exclude<Blocker, { kind: 'api' }>): boolean {
  return blocker.kind === 'worker' && blocker.work === 'waits';
}
