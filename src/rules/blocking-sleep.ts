import { defineRule } from '../engine/rule.ts';
import { awaitInstead, pathMessage, reportWitnesses } from './shared.ts';

export const blockingSleep = defineRule({
  id: 'blocking-sleep',
  verdict: 'concurrency',
  text: {
    title: 'A sleep or a busy-wait in event loop context',
    why:
      'A thread that sleeps or spins until a time has come runs nothing else meanwhile. A timer lets the event loop ' +
      'go on with other work and comes back when it is due.',
    message: pathMessage,
    operation: (_, techniques) => ({
      name: 'busy-wait',
      does: 'spins until the clock reaches a time',
      work: 'sleep',
      instead: techniques.spin,
    }),
    instead: awaitInstead,
  },
  check: (entry, report) => reportWitnesses('blocking-sleep', entry, report),
});
