import { defineRule } from '../engine/rule.ts';
import { pathMessage, reportWitnesses } from './shared.ts';

export const concurrencyForCpu = defineRule({
  id: 'concurrency-for-cpu',
  verdict: 'parallelism',
  text: {
    title: 'Jobs waited for together that only compute',
    why:
      'Concurrency overlaps waiting. A computation on the event loop is over before the next one starts, whether it is ' +
      'waited for alone or together with others.',
    message: (data) => {
      const { blocker, text } = data.witness;
      if (blocker.kind !== 'jobs') return pathMessage(data);
      const subject =
        blocker.job === blocker.computes
          ? `\`${blocker.job}\``
          : `\`${blocker.job}\`, through \`${blocker.computes}\`,`;
      return `\`${text}\` makes nothing faster here: ${subject} ${blocker.does} ${data.techniques.joined}.`;
    },
    operation: (blocker, techniques) => ({
      name: blocker.kind === 'jobs' ? blocker.text : blocker.kind,
      does: blocker.kind === 'jobs' ? blocker.does : 'computes',
      work: 'computation',
      instead: techniques.jobs,
    }),
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('concurrency-for-cpu', entry, report),
});
