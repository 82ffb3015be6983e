import type { CompiledApi } from '../catalog/types.ts';
import { defineRule, type MessageData } from '../engine/rule.ts';
import { offloadInstead, pathMessage, reportWitnesses } from './shared.ts';

export const concurrencyForCpu = defineRule({
  id: 'concurrency-for-cpu',
  verdict: 'parallelism',
  text: {
    title: 'Concurrency around work that only computes',
    why:
      'Concurrency overlaps waiting. A computation on the event loop is over before the next one starts, whether it is ' +
      'waited for alone or together with others.',
    message: (data) => {
      const { blocker, text } = data.witness;
      if (blocker.kind === 'api') return threadMessage(data, blocker.api);
      if (blocker.kind !== 'jobs') return pathMessage(data);
      const subject =
        blocker.job === blocker.computes
          ? `\`${blocker.job}\``
          : `\`${blocker.job}\`, through \`${blocker.computes}\`,`;
      if (blocker.isAlone) {
        const computation = blocker.job === blocker.computes ? 'it' : `\`${blocker.computes}\``;
        return `\`${blocker.job}\` is async but never waits: ${computation} ${blocker.does} before anybody else runs, so awaiting it overlaps with nothing.`;
      }
      const why = blocker.inThread ? `, and ${data.techniques.turns ?? ''}` : ` ${data.techniques.joined}`;
      return `\`${text}\` makes nothing faster here: ${subject} ${blocker.does}${why}.`;
    },
    operation: (blocker, techniques) => ({
      name: blocker.kind === 'jobs' ? blocker.text : blocker.kind,
      does: blocker.kind === 'jobs' ? blocker.does : 'computes',
      work: 'computation',
      instead: blocker.kind === 'jobs' && blocker.isAlone ? techniques.alone : techniques.jobs,
    }),
    instead: offloadInstead,
  },
  check: (entry, report) => reportWitnesses('concurrency-for-cpu', entry, report),
});

/** A thread that takes turns with the loop, for code that gives no turns. */
function threadMessage({ witness, techniques, operation }: MessageData, { name }: CompiledApi): string {
  const thread = witness.path.at(-1)?.call ?? witness.text;
  const through = thread === witness.text ? '' : `, through \`${thread}\`,`;
  return `\`${witness.text}\`${through} does not free the event loop: \`${techniques.nameOf(name)}\` ${operation.does}, and ${techniques.held}.`;
}
