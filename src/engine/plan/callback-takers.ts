import { CallFlag, type CallFacts } from '../../model/facts.ts';
import type { Edge, FunctionNode } from '../nodes.ts';
import { valueOf } from '../unit.ts';

/** A place where a function of the project uses what it was handed. */
export interface ParameterUse {
  readonly from: FunctionNode;
  readonly call: CallFacts;
  /** It is called there, not handed on. */
  readonly isCalled: boolean;
}

/** Whether a call runs a function of the project, whatever that hands its arguments to. */
export function isOfProject({ from, call: index }: Edge): boolean {
  return from.out.some((edge) => edge.call === index && edge.isCall);
}

/**
 * Where a function that is handed to a function of the project is called there, or handed on; none unless the call can only
 * mean that one. Uses of the parameter that are no calls are for the language to find.
 */
export function parameterUses(node: FunctionNode, { from, call: index }: Edge): readonly ParameterUse[] {
  const [called, ...others] = from.out.filter((edge) => edge.call === index && edge.isCall);
  const call = from.facts.calls[index];
  const taker = called?.to;
  if (!call || !taker?.file.unit || others.length > 0 || called?.likely) return [];
  const position = positionOf(node, from, call);
  if (position < 0) return [];
  return taker.file.unit.functions.flatMap((fn) =>
    fn.facts.calls.flatMap((one): ParameterUse[] => {
      if (isParameter(taker, one.callee, position)) return [{ from: fn, call: one, isCalled: true }];
      const isHandedOn = one.args.some((id) => isParameter(taker, id, position)) && !(one.flags & CallFlag.New);
      return isHandedOn ? [{ from: fn, call: one, isCalled: false }] : [];
    }),
  );
}

/** The argument that the function is: written there, or by its name. */
function positionOf(node: FunctionNode, { file }: FunctionNode, { args }: CallFacts): number {
  const { unit } = file;
  return args.findIndex((id) => {
    const value = unit && valueOf(unit, id);
    return value?.[0] === 'function' && unit?.functions[value[1]] === node;
  });
}

function isParameter({ file: { unit }, index }: FunctionNode, id: number, position: number): boolean {
  const value = unit && valueOf(unit, id);
  return value?.[0] === 'param' && value[1] === index && value[2] === position;
}
