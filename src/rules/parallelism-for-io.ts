import type { CompiledApi } from '../catalog/types.ts';
import { defineRule, type Blocker, type MessageData } from '../engine/rule.ts';
import { awaitInstead, pathMessage, reportWitnesses } from './shared.ts';

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
      if (blocker.kind === 'api') return processMessage(data, blocker.api);
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
    instead: awaitInstead,
  },
  check: (entry, report) => reportWitnesses('parallelism-for-io', entry, report),
});

function isWaiting(blocker: Exclude<Blocker, { kind: 'api' }>): boolean {
  return blocker.kind === 'worker' && blocker.work === 'waits';
}

function processMessage({ witness, techniques, operation }: MessageData, { name }: CompiledApi): string {
  const handed = techniques.nameOf(name);
  return `\`${witness.text}\` has another process wait: \`${handed}\` ${operation.does}, which takes no core, but each call is copied there and back.`;
}
