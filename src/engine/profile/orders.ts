import type { AwaitGroup } from '../../model/facts.ts';
import type { AwaitOrder } from '../../model/work-profile.ts';
import { awaitWitnesses } from '../await-witnesses.ts';
import { Effect, effectOfCall } from '../effects.ts';
import type { Evaluation } from '../evaluation.ts';
import { callOf, type FunctionNode } from '../nodes.ts';
import { asyncWorkOf } from './async-apis.ts';

/** Awaits of a function that could run together, that perhaps could, and that have to wait for each other. */
export function ordersOf(evaluation: Evaluation, node: FunctionNode): AwaitOrder[] {
  const file = node.file.path;
  const free = awaitWitnesses(node, evaluation, () => undefined).flatMap(({ blocker, at }): AwaitOrder[] => {
    if (blocker.kind !== 'awaits') return [];
    const { items, calls } = blocker;
    return [{ kind: items === '' ? 'row' : 'each', file, at, calls, ...(items !== '' && { rounds: { of: items } }) }];
  });
  const bound = (node.facts.orderedAwaits ?? []).map(({ at, why }): AwaitOrder => ({
    kind: 'each',
    file,
    at,
    calls: [],
    why,
  }));
  const groups = node.facts.awaitGroups ?? [];
  return [...free, ...bound, ...groups.flatMap((group) => unprovenOrder(evaluation, node, group))];
}

/** Nothing in the function ties the awaits to each other, but it is not known what all of their calls do. */
function unprovenOrder(evaluation: Evaluation, node: FunctionNode, group: AwaitGroup): AwaitOrder[] {
  const { kind, awaits, calls, items } = group;
  const effects = calls.map((call) =>
    effectOfCall({ evaluation, visit: () => undefined, seen: new Set([node]), isFailing: false }, node, call),
  );
  const isPaced = calls.some((index) => {
    const call = callOf(node, index);
    return call && asyncWorkOf(evaluation, node, call)?.isPause;
  });
  const awaited = awaits.flatMap(({ call }) => callOf(node, call) ?? []);
  const [first] = awaited;
  // Who pauses between two calls wants them apart.
  if (!first || isPaced || !effects.includes(Effect.Unknown)) return [];
  const texts = awaited.map(({ text }) => text);
  const rounds = kind === 'each' && { rounds: { of: items } };
  return [{ kind, file: node.file.path, at: first.at, calls: texts, ...rounds, why: 'unknown' }];
}
