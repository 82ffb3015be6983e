import { defineRule, type MessageData, type WorkBlocker } from '../engine/rule.ts';
import type { Estimate, EstimateSize } from '../model/finding.ts';
import type { Techniques } from '../model/techniques.ts';
import { reportWitnesses, subjectOf } from './shared.ts';

export const heavyLoop = defineRule({
  id: 'heavy-loop',
  verdict: 'parallelism',
  text: {
    title: 'A long computation in event loop context',
    why:
      'Loops in each other, or a recursion that branches, take much longer when there is only a little more data. ' +
      'Until they are done the event loop runs nothing else: every other request, timer and message waits.',
    message,
    operation: (blocker, techniques) => ({
      name: 'heavy-loop',
      does: blocker.kind === 'work' ? doesOf(blocker) : 'computes for long',
      work: 'computation',
      ...(blocker.kind === 'work' && { instead: adviceOf(blocker, techniques) }),
    }),
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('heavy-loop', entry, report),
});

/** "`for (const user of users)` blocks the event loop of async function `match`: about n × m rounds …" */
function message({ witness, entry, operation }: MessageData): string {
  const last = witness.path.at(-1);
  const inner = witness.path.length < 2 || !last ? '' : ` through \`${last.call}\``;
  return `${subjectOf(witness, entry)}: it ${operation.does}${inner}.`;
}

function doesOf({ estimate }: WorkBlocker): string {
  const { growth, sizes, operations } = estimate;
  const time = duration(estimate);
  const given = assumption(sizes);
  if (growth === '') return `takes some ${amount(operations)} operations, about ${time}`;
  const named = sizes.map(({ name, of }) => `${name} = \`${of}\``).join(', ');
  return `takes about ${growth} steps, ${named} (about ${time} for ${given})`;
}

function assumption(sizes: readonly EstimateSize[]): string {
  return sizes.map(({ name, amount: size }) => `${name} = ${amount(size)}`).join(' and ');
}

function amount(value: number): string {
  if (value < 1e9) return rounded(value).toLocaleString('en-US');
  const exponent = Math.floor(Math.log10(value));
  return `10${String(exponent).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Two digits say all that an estimate knows. */
function rounded(value: number): number {
  return value < 100 ? Math.round(value) : Number(value.toPrecision(2));
}

function duration({ milliseconds }: Estimate): string {
  if (milliseconds < 1000) return `${rounded(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return seconds < 120 ? `${rounded(seconds)} s` : 'minutes or more';
}

function adviceOf({ shape, data, estimate }: WorkBlocker, { move, pause, set, map }: Techniques): string {
  switch (shape) {
    case 'lookup':
      return `Put \`${data}\` into ${set}, or ${map} by what is looked up, before the loop; each look-up is then one step.`;
    case 'copy':
      return 'Add to one collection in place, instead of copying all that was there in each round.';
    case 'sort':
      return 'Sort once, when the loop is done.';
    case 'pairs':
      return `If not every pair has to be looked at, group or sort \`${data}\` first; else ${move}.`;
    case 'nest':
      return `If rounds only look for what belongs together, put \`${data}\` into ${map} by key before the loop; else ${move}.`;
    case 'recursion':
      return 'Keep the results of smaller steps, or work them out from the smallest on: each is then computed once.';
    case 'permutation':
      return `Bound how many items there may be, or ${move}.`;
    case 'count':
      return estimate.sizes.some(({ isKnown }) => !isKnown)
        ? `Bound how many rounds there may be; else ${move}, or ${pause}.`
        : `If nothing can be left out, ${move}, or ${pause}.`;
  }
}
