import { defineRule, type MessageData } from '../engine/rule.ts';
import type { ExpressionSummary } from '../model/finding.ts';
import type { Techniques } from '../model/techniques.ts';
import { pathMessage, reportWitnesses } from './shared.ts';

export const slowRegex = defineRule({
  id: 'slow-regex',
  verdict: 'parallelism',
  text: {
    title: 'Slow regular expression on outside input in event loop context',
    why:
      'A backtracking engine tries the ways in which an expression could match one after another. For some expressions ' +
      'their number grows faster than the text, so that one request with the right text stops the event loop for ' +
      'seconds, or for good.',
    message: expressionMessage,
    operation: (blocker, techniques) => {
      if (blocker.kind !== 'regex') return { name: blocker.kind, does: 'matches a text', work: 'regular expression' };
      const { expression } = blocker;
      return {
        name: shortened(expression, techniques),
        does: `takes ${growthOf(expression)} time on ${expression.input}`,
        work: 'regular expression',
        instead: insteadOf(expression, techniques),
      };
    },
    instead: () => undefined,
  },
  check: (entry, report) => reportWitnesses('slow-regex', entry, report),
});

function expressionMessage(data: MessageData): string {
  const { blocker } = data.witness;
  if (blocker.kind !== 'regex') return pathMessage(data);
  const { expression } = blocker;
  const { path } = data.witness;
  const last = path.at(-1);
  const through = path.length < 2 || !last ? '' : `it calls \`${last.call}\`, where `;
  const text = `\`${data.witness.text}\` can stop the event loop: ${through}${shortened(expression, data.techniques)}`;
  return `${text} takes ${growthOf(expression)} time on ${expression.input}${estimateOf(expression)}.`;
}

const MAX_TEXT = 60;

function shortened({ pattern, flags }: ExpressionSummary, techniques: Techniques): string {
  const text = techniques.expression(pattern, flags);
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
}

const DEGREES = ['', '', 'quadratic', 'cubic'];

function growthOf({ growth, degree = 2 }: ExpressionSummary): string {
  if (growth === 'exponential') return 'exponential';
  return DEGREES[degree] ?? `more than cubic (n^${degree})`;
}

function estimateOf({ stall, limit }: ExpressionSummary): string {
  if (stall === undefined) return ', and hardly ends on some 40 characters';
  return `, about ${duration(stall)} for ${size(limit)}`;
}

function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return seconds < 120 ? `${Number(seconds.toPrecision(2))} s` : 'minutes or more';
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} characters`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1024 / 1024)} MB`;
}

function insteadOf({ safer, flags }: ExpressionSummary, { expression, match }: Techniques): string {
  const limit = 'Limit the length of the text before it is matched';
  if (safer !== undefined) return `Use \`${expression(safer, flags)}\`, which matches the same in linear time.`;
  return `${limit}, rewrite the expression so that it cannot match one text in several ways, or ${match}.`;
}
