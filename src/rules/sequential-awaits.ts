import { defineRule } from '../engine/rule.ts';
import { listed, reportWitnesses, withArticle } from './shared.ts';

export const sequentialAwaits = defineRule({
  id: 'sequential-awaits',
  verdict: 'concurrency',
  text: {
    title: 'Awaits in a row that do not need each other',
    why:
      'The second wait begins when the first one is over, although it does not need its result: together they take the ' +
      'sum of both. Started together, they take as long as the longer one.',
    message: ({ witness, entry }) => {
      const { blocker } = witness;
      const calls = blocker.kind === 'awaits' ? blocker.calls.map((call) => `\`${call}\``) : [];
      return `${listed(calls)} are awaited one after another in ${withArticle(entry.role)}, although none needs the result of another.`;
    },
    operation: (blocker, techniques) => ({
      name: blocker.kind === 'awaits' ? blocker.calls.join(' ') : '',
      does: 'waits before the next one starts',
      work: 'waiting',
      instead: techniques.together,
    }),
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('sequential-awaits', entry, report),
});
