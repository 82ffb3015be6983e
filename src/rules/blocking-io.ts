import { defineRule } from '../engine/rule.ts';
import { awaitInstead, nameOfBlocker, pathMessage, reportWitnesses } from './shared.ts';

export const blockingIo = defineRule({
  id: 'blocking-io',
  verdict: 'concurrency',
  text: {
    title: 'Synchronous input or output in event loop context',
    why:
      'While a synchronous call waits for a disk, a process, a network or a terminal, the event loop runs nothing ' +
      'else: every other request, timer and message waits with it.',
    message: pathMessage,
    operation: (blocker) => ({
      name: nameOfBlocker(blocker),
      does: 'is declared to be blocking',
      work: 'declared',
    }),
    instead: awaitInstead,
  },
  check: (entry, report) => reportWitnesses('blocking-io', entry, report),
});
