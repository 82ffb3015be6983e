import { type AwaitGroup, CallFlag } from '../model/facts.ts';
import { Effect, effectOfCall, keysOfCall } from './effects.ts';
import type { Evaluation } from './evaluation.ts';
import { callOf, type FunctionNode } from './nodes.ts';
import type { Witness } from './rule.ts';
import type { Visit } from './witnesses.ts';

/** Awaits of a function that could run together: what they do may change places, and it is known of all of them. */
export function awaitWitnesses(node: FunctionNode, evaluation: Evaluation, visit: Visit): Witness[] {
  return (node.facts.awaitGroups ?? []).flatMap((group) => toWitness(node, group, evaluation, visit) ?? []);
}

function toWitness(node: FunctionNode, group: AwaitGroup, evaluation: Evaluation, visit: Visit): Witness | undefined {
  const effects = new Map<number, Effect>();
  const isFailing = group.awaits.some(({ call }) => (callOf(node, call)?.flags ?? 0) & CallFlag.OnFailure);
  for (const call of group.calls) {
    const effect = effectOfCall({ evaluation, visit, seen: new Set([node]), isFailing }, node, call);
    if (effect === Effect.Unknown) return undefined;
    effects.set(call, effect);
  }
  if (!mayOverlap(group, [...effects.values()]) || !areApart(node, group, effects, evaluation)) return undefined;
  const waiting = group.awaits.filter(({ call }) => effects.get(call) !== Effect.None);
  if (waiting.length < (group.kind === 'row' ? 2 : 1)) return undefined;
  const calls = waiting.flatMap(({ call }) => callOf(node, call) ?? []);
  const [first] = calls;
  if (!first) return undefined;
  const { path: file } = node.file;
  return {
    rule: group.kind === 'row' ? 'sequential-awaits' : 'await-in-loop',
    file,
    at: first.at,
    text: first.text,
    blocker: {
      kind: 'awaits',
      calls: calls.map(({ text }) => text),
      items: group.items,
      isShort: group.isShort,
      together: waiting.map(({ at }) => at),
    },
    cost: 'medium',
    confidence: 'certain',
    isMemoised: false,
    isKept: false,
    isOnFailure: false,
    isInLoop: false,
    path: [{ file, at: first.at, caller: node.facts.name, call: first.text }],
  };
}

/** Where rounds write, each writes to a place that it names itself, and reads nothing that is the same for all. */
function areApart(
  node: FunctionNode,
  { calls, varying }: AwaitGroup,
  effects: ReadonlyMap<number, Effect>,
  evaluation: Evaluation,
): boolean {
  if (![...effects.values()].includes(Effect.Write)) return true;
  return calls.every((call, index) => {
    const bits = varying[index] ?? 0;
    const effect = effects.get(call);
    if (effect === Effect.Read) return bits !== 0;
    if (effect !== Effect.Write) return true;
    return keysOfCall(evaluation, node, call).every((key) => key !== undefined && (bits & (2 << key)) !== 0);
  });
}

/** Reads may overlap. The rounds of a loop may write, too, each its own; but not if a failure leaves out the rest. */
function mayOverlap({ kind, stops }: AwaitGroup, effects: readonly Effect[]): boolean {
  return kind === 'each' && !stops ? true : !effects.includes(Effect.Write);
}
