import { defineRule } from '../engine/rule.ts';
import { pathMessage, reportWitnesses } from './shared.ts';

export const concurrencyForCpu = defineRule({
  id: 'concurrency-for-cpu',
  verdict: 'parallelism',
  text: {
    title: 'Promises waited for together that only compute',
    why:
      'Concurrency overlaps waiting. A computation on the event loop is over before the next one starts, whether its ' +
      'promise is waited for alone or together with others.',
    message: (data) => {
      const { blocker, text } = data.witness;
      if (blocker.kind !== 'jobs') return pathMessage(data);
      const subject =
        blocker.job === blocker.computes
          ? `\`${blocker.job}\``
          : `\`${blocker.job}\`, through \`${blocker.computes}\`,`;
      return `\`${text}\` makes nothing faster here: ${subject} ${blocker.does} on this thread and never waits, so the jobs run one after another.`;
    },
    operation: (blocker) => ({
      name: blocker.kind === 'jobs' ? blocker.text : blocker.kind,
      does: blocker.kind === 'jobs' ? blocker.does : 'computes',
      work: 'computation',
      instead:
        'Run the jobs on worker threads (a pool of as many as there are cores), or one after another to say what happens.',
    }),
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('concurrency-for-cpu', entry, report),
});
