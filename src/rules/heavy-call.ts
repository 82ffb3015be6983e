import { defineRule } from '../engine/rule.ts';
import { nameOfBlocker, offloadInstead, pathMessage, reportWitnesses } from './shared.ts';

export const heavyCall = defineRule({
  id: 'heavy-call',
  verdict: 'parallelism',
  text: {
    title: 'A CPU-heavy library call in event loop context',
    why:
      'A computation on the event loop’s thread lets nothing else run until it is done. Awaiting does not help: the ' +
      'work itself has to move to another thread.',
    message: pathMessage,
    operation: (blocker) => ({
      name: nameOfBlocker(blocker),
      does: 'computes for long',
      work: 'computation',
    }),
    instead: offloadInstead,
  },
  check: (entry, report) => reportWitnesses('heavy-call', entry, report),
});
