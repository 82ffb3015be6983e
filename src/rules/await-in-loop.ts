import { defineRule } from '../engine/rule.ts';
import { reportWitnesses, withArticle } from './shared.ts';

export const awaitInLoop = defineRule({
  id: 'await-in-loop',
  verdict: 'concurrency',
  text: {
    title: 'Rounds of a loop that wait for each other without need',
    why:
      'Each round waits until the one before is done, although it needs nothing of it: the whole takes the sum of all ' +
      'waits. Started together, the waits overlap, and the whole takes little longer than the longest of them.',
    message: ({ witness, entry }) => {
      const { blocker } = witness;
      const items = blocker.kind === 'awaits' ? blocker.items : '';
      return `\`${witness.text}\` is awaited for one round over \`${items}\` after another in ${withArticle(entry.role)}, although no round needs another one.`;
    },
    operation: (blocker) => ({
      name: blocker.kind === 'awaits' ? (blocker.calls[0] ?? '') : '',
      does: 'waits in each round',
      work: 'waiting',
      instead:
        blocker.kind === 'awaits' && blocker.isShort
          ? 'Start all rounds with `map`, and await `Promise.all` of them.'
          : 'Start the rounds with `map`, a bounded number at once where there may be many, and await `Promise.all` of them.',
    }),
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('await-in-loop', entry, report),
});
