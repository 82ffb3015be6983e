import { FunctionFlag, type CallFacts, type Value, type ValueId } from '../model/facts.ts';
import { argumentFor } from './arguments.ts';
import { join, NOTHING, UNKNOWN, type Result } from './atoms.ts';
import { consult, resultOf, type Evaluation } from './evaluation.ts';
import type { FunctionNode } from './nodes.ts';
import { tagOf, valueOf, type Unit } from './unit.ts';

interface Place {
  readonly evaluation: Evaluation;
  readonly unit: Unit;
  /** The function that calls it, or hands it on. */
  readonly node: FunctionNode;
}

/**
 * What is called, or handed on. A parameter is followed from where the function is handed over, so that callers do not mix; and
 * a function that gives back what it is handed (`if (!isSecured) return handler`) gives to each caller what that one hands over.
 */
export function followed(place: Place, id: ValueId, seen: readonly ValueId[] = []): Result {
  const { evaluation, unit } = place;
  const base = evaluation.base.evaluate(unit, id);
  if (!base.soft) return base;
  const value = valueOf(unit, id);
  if (value[0] === 'param' && isItem(place, value[1], value[2])) return evaluation.evaluate(unit, id);
  if (value[0] === 'param' || value[0] === 'union') return base;
  if (value[0] !== 'result') return evaluation.evaluate(unit, id);
  // `wrap(wrap(handler))`: what the outer call gives is not told apart from what the inner one does.
  if (seen.includes(id)) return NOTHING;
  return handedBack(place, value, [...seen, id]) ?? evaluation.evaluate(unit, id);
}

/** Whether the parameter of a function is an item of a list, `handlers.forEach((handler) => …)`, which is no parameter itself. */
function isItem({ evaluation, unit }: Place, index: number, position: number): boolean {
  const facts = unit.facts.functions[index];
  const call = facts?.argumentOf && unit.facts.functions[facts.parent]?.calls[facts.argumentOf[0]];
  const callee = call && valueOf(unit, call.callee);
  if (callee?.[0] !== 'member' || unit.traits.iterates.get(callee[2]) !== position) return false;
  return evaluation.base.evaluate(unit, callee[1]).atoms.length > 0;
}

type Called = Value & readonly ['result', ...unknown[]];

/** Undefined where the callee gives back nothing that it is handed, or where nobody can tell which call it is. */
function handedBack(place: Place, [, callee, args]: Called, seen: readonly ValueId[]): Result | undefined {
  const { evaluation, unit } = place;
  const { atoms, open } = evaluation.evaluate(unit, callee);
  if (!atoms.some((atom) => atom.kind === 'function' && givesBack(atom.node))) return undefined;
  const site = siteOf(place, callee, args);
  if (!site) return undefined;
  let all: Result = open ? UNKNOWN : NOTHING;
  for (const atom of atoms) {
    const own = atom.kind === 'function' && givesBack(atom.node);
    all = join(all, own ? givenBy(place, atom.node, site, seen) : resultOf(evaluation, unit, atom));
  }
  return all;
}

function givesBack(node: FunctionNode): boolean {
  const { unit } = node.file;
  if (!unit || node.index < 0 || node.facts.flags & FunctionFlag.Generator) return false;
  return alternatives(unit, node.facts.returns).some((id) => ownParameter(unit, node, id) !== undefined);
}

interface Site {
  readonly caller: FunctionNode;
  readonly calls: readonly CallFacts[];
}

/** The calls of the function, or of the nearest one around it that has some; those that hand over the same, if it is functions. */
function siteOf({ unit, node }: Place, callee: ValueId, args: readonly ValueId[] = []): Site | undefined {
  for (let caller: FunctionNode | undefined = node; caller; caller = unit.functions[caller.facts.parent]) {
    const calls = caller.facts.calls.filter((call) => call.callee === callee && isGiven(unit, call, args));
    if (calls.length > 0) return { caller, calls };
  }
  return undefined;
}

function isGiven(unit: Unit, call: CallFacts, args: readonly ValueId[]): boolean {
  return args.every((id, position) => valueOf(unit, id)[0] === 'unknown' || call.args[position] === id);
}

function givenBy(place: Place, giver: FunctionNode, { caller, calls }: Site, seen: readonly ValueId[]): Result {
  const { evaluation, unit: asker } = place;
  const { unit } = giver.file;
  if (!unit) return UNKNOWN;
  giver.asksReturns = true;
  consult(evaluation, asker, giver.file);
  let all: Result = NOTHING;
  for (const id of alternatives(unit, giver.facts.returns)) {
    const position = ownParameter(unit, giver, id);
    if (position === undefined) {
      all = join(all, evaluation.evaluateFor(asker, unit, id));
      continue;
    }
    for (const call of calls) {
      const argument = argumentFor(call, giver, position);
      all = join(all, argument === undefined ? UNKNOWN : handedOver({ ...place, node: caller }, argument, seen));
    }
  }
  return all;
}

/** What a parameter of the caller is, its callers say: what it is handed goes on from here. */
function handedOver(place: Place, argument: ValueId, seen: readonly ValueId[]): Result {
  const { evaluation, unit } = place;
  return tagOf(unit, argument) === 'result' ? followed(place, argument, seen) : evaluation.evaluate(unit, argument);
}

function ownParameter(unit: Unit, { index }: FunctionNode, id: ValueId): number | undefined {
  const value = valueOf(unit, id);
  return value[0] === 'param' && value[1] === index ? value[2] : undefined;
}

/** The values, or what they may be. */
function alternatives(unit: Unit, ids: readonly ValueId[]): ValueId[] {
  return ids.flatMap((id) => {
    const value = valueOf(unit, id);
    return value[0] === 'union' ? value[1] : [id];
  });
}
