import type { FunctionFacts, ParameterGuard, ValueId } from '../model/facts.ts';
import { argumentFor } from './arguments.ts';
import { callOf, type Edge, type FunctionNode } from './nodes.ts';
import { valueOf } from './unit.ts';

/** What is known of the parameters of a function that a call passes constants to. */
export type Context = readonly (Known | undefined)[];

type Known =
  { readonly value: ParameterGuard['value'] } | { readonly type: 'object' | 'function'; readonly value?: undefined };

/** Calls hand on what they were handed; nobody does so over more functions than this. */
export const MAX_FORWARDING = 2;

export function isGuarded({ facts }: FunctionNode): boolean {
  return facts.guards !== undefined;
}

/** What the call tells the function that it calls; undefined when that decides nothing there. */
export function contextOf(edge: Edge, outer?: Context): Context | undefined {
  const { guards } = edge.to.facts;
  const call = edge.isCall ? callOf(edge.from, edge.call) : undefined;
  const method = call?.text.slice(call.text.lastIndexOf('.') + 1) ?? '';
  if (!guards || !call || edge.from.file.unit?.traits.forwarding.has(method)) return undefined;
  const context: (Known | undefined)[] = [];
  for (const { param } of guards) {
    const id = argumentFor(call, edge.to, param);
    const known = id === undefined ? undefined : knownOf(edge.from, id, outer);
    if (known) context[param] = known;
  }
  return context.length > 0 ? context : undefined;
}

function knownOf({ file, index }: FunctionNode, id: ValueId, outer: Context | undefined): Known | undefined {
  const value = file.unit ? valueOf(file.unit, id) : undefined;
  switch (value?.[0]) {
    case 'literal':
      return { value: value[1] };
    case 'param':
      return value[1] === index ? outer?.[value[2]] : undefined;
    case 'object':
    case 'array':
    case 'instance':
      return { type: 'object' };
    case 'function':
    case 'class':
      return { type: 'function' };
    default:
      return undefined;
  }
}

/** Whether a function makes one of its calls, as far as is known of its parameters. */
export function makes({ guards = [] }: FunctionFacts, call: number, context: Context): boolean {
  return guards.every((guard) => {
    const isInBranch = call >= guard.calls[0] && call < guard.calls[1];
    return !isInBranch || passes(guard, context[guard.param]) !== !guard.wanted;
  });
}

/** The outcome of the test; undefined when it is not known. */
function passes({ test, value }: ParameterGuard, known: Known | undefined): boolean | undefined {
  if (!known) return undefined;
  switch (test) {
    case 'truthy':
      return known.value === undefined || Boolean(known.value);
    case 'typeof':
      return (known.value === undefined ? known.type : typeOf(known.value)) === value;
    case 'is':
      if (known.value === undefined) return false;
      // `==` converts.
      return typeof known.value === typeof value || value === null ? known.value === value : undefined;
  }
}

function typeOf(value: ParameterGuard['value']): string {
  return value === null ? 'object' : typeof value;
}
