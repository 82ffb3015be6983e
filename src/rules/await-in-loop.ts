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
    operation: (blocker, techniques) => ({
      name: blocker.kind === 'awaits' ? (blocker.calls[0] ?? '') : '',
      does: 'waits in each round',
      work: 'waiting',
      instead: techniques.rounds(blocker.kind === 'awaits' && blocker.isShort),
    }),
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('await-in-loop', entry, report),
});
