import {
  CallFlag,
  type CallFacts,
  type FunctionFacts,
  FunctionFlag,
  type ParameterGuard,
  type ValueId,
} from '../model/facts.ts';
import { argumentFor, spreadOf } from './arguments.ts';
import { lastName } from './last-name.ts';
import { callOf, type Edge, type FunctionNode } from './nodes.ts';
import { valueOf, type Unit } from './unit.ts';

/** What is known of the parameters of a function that a call passes constants to. */
export type Context = readonly (Known | undefined)[];

type Known =
  | { readonly value: ParameterGuard['value'] }
  | { readonly type: 'object' | 'function'; readonly isTrue: boolean; readonly value?: undefined }
  /** Something, as whoever hands it over where nothing is needed would leave it out; or nothing at all. */
  | { readonly isThere: boolean; readonly value?: undefined }
  /** Further arguments by name: these and no others. */
  | { readonly names: ReadonlySet<string>; readonly value?: undefined };

/** Calls hand on what they were handed; nobody does so over more functions than this. */
export const MAX_FORWARDING = 3;

export function isGuarded({ facts }: FunctionNode): boolean {
  return facts.guards !== undefined || facts.defaults !== undefined || facts.handsOn !== undefined;
}

/** What the call tells the function that it calls; undefined when that decides nothing there. */
export function contextOf(edge: Edge, outer?: Context): Context | undefined {
  const call = edge.isCall && isGuarded(edge.to) ? callOf(edge.from, edge.call) : undefined;
  if (!call || edge.from.file.unit?.traits.forwarding.has(lastName(call.text))) return undefined;
  const { guards = [], defaults = [], handsOn } = edge.to.facts;
  const context: (Known | undefined)[] = [];
  const learn = (param: number, known: Known | undefined): void => {
    if (known) context[param] = known;
  };
  for (const param of new Set([...guards.map((guard) => guard.param), ...defaults.map(([of]) => of)])) {
    const id = argumentFor(call, edge.to, param);
    const isOptional = defaults.some(([of, value]) => of === param && value === null);
    const known = id === undefined ? absent(edge, call, param, outer) : knownOf(edge.from, id, outer);
    learn(param, known ?? (id !== undefined && isOptional && isMade(edge.from, id) ? { isThere: true } : undefined));
  }
  if (handsOn !== undefined) learn(handsOn, furtherNames(edge, call, outer));
  return context.length > 0 ? context : undefined;
}

/** What a parameter is that the call leaves out. A name that is not the function's own may stand for a call with some arguments. */
function absent(edge: Edge, call: CallFacts, param: number, outer: Context | undefined): Known | undefined {
  const { facts, key } = edge.to;
  const value = facts.defaults?.find(([of]) => of === param)?.[1];
  if (value === undefined && !edge.to.file.unit?.traits.mayOmit) return undefined;
  const own = key.split('.').at(facts.flags & FunctionFlag.Constructor ? -2 : -1);
  if (own !== lastName(call.text)) return undefined;
  if (call.flags & CallFlag.HasMore || call.keywords?.includes('*')) return undefined;
  const isElsewhere = (id: ValueId): boolean =>
    namesIn(edge.from, id, outer)?.has(facts.paramNames[param] ?? '') !== false;
  if (spreadOf(call).some(isElsewhere)) return undefined;
  return value === undefined ? { isThere: false } : { value };
}

/** The names that a function's parameter for further named arguments takes of a call. */
function furtherNames(edge: Edge, call: CallFacts, outer: Context | undefined): Known | undefined {
  const own = new Set(edge.to.facts.paramNames);
  const names = new Set((call.keywords ?? []).filter((name) => !name.startsWith('*') && !own.has(name)));
  for (const id of spreadOf(call)) {
    const further = namesIn(edge.from, id, outer);
    if (!further) return undefined;
    for (const name of further) if (!own.has(name)) names.add(name);
  }
  return { names };
}

/** The names of the arguments that are spread, as far as they are what the function was given. */
function namesIn(from: FunctionNode, id: ValueId, outer: Context | undefined): ReadonlySet<string> | undefined {
  const value = from.file.unit ? valueOf(from.file.unit, id) : undefined;
  const known = value?.[0] === 'param' && value[1] === from.index ? outer?.[value[2]] : undefined;
  return known && 'names' in known ? known.names : undefined;
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
      return { type: 'object', isTrue: !file.unit?.traits.emptyIsFalse };
    case 'result':
      return file.unit && isConstructed(file.unit, value[1]) ? { type: 'object', isTrue: false } : undefined;
    case 'function':
    case 'class':
      return { type: 'function', isTrue: true };
    default:
      return undefined;
  }
}

/** Whether what is called is a class, by the custom of the language. */
function isConstructed(unit: Unit, callee: ValueId): boolean {
  const value = valueOf(unit, callee);
  return value[0] === 'class' || (value[0] === 'member' && unit.traits.className?.test(value[2]) === true);
}

/** Calls that may give nothing, by their names. */
const MAY_GIVE_NOTHING =
  /^_*(?:get$|find|search|match|first|last|pop|next|getenv|one_or_none|maybe|try|load|read|look)/;

/** Whether a value is what a call gives that has something to give. */
function isMade({ file }: FunctionNode, id: ValueId): boolean {
  const value = file.unit ? valueOf(file.unit, id) : undefined;
  const callee = file.unit && value?.[0] === 'result' ? valueOf(file.unit, value[1]) : undefined;
  return callee?.[0] === 'member' && !MAY_GIVE_NOTHING.test(callee[2]);
}

/** Whether a function makes one of its calls, as far as is known of its parameters. */
export function makes({ guards = [] }: FunctionFacts, call: number, context: Context): boolean {
  return guards.every((guard) => {
    const isInBranch = call >= guard.calls[0] && call < guard.calls[1];
    return !isInBranch || passes(guard, context[guard.param]) !== !guard.wanted;
  });
}

/** Whether calls that follow on each other may all be made: what one is told may rule out the branch of the next. */
export function isTaken(edges: readonly Edge[]): boolean {
  let context: Context | undefined;
  for (const edge of edges) {
    if (context && !makes(edge.from.facts, edge.call, context)) return false;
    context = contextOf(edge, context);
  }
  return true;
}

/** The outcome of the test; undefined when it is not known. */
function passes({ test, value }: ParameterGuard, known: Known | undefined): boolean | undefined {
  if (!known || 'names' in known) return undefined;
  switch (test) {
    case 'truthy':
      if ('isThere' in known) return known.isThere ? undefined : false;
      return known.value === undefined ? known.isTrue || undefined : Boolean(known.value);
    case 'typeof':
      if ('isThere' in known) return known.isThere ? undefined : value === 'undefined';
      return (known.value === undefined ? known.type : typeOf(known.value)) === value;
    case 'is':
      if ('isThere' in known) return known.isThere === (value === null) ? false : undefined;
      if (known.value === undefined) return false;
      // `==` converts.
      return typeof known.value === typeof value || value === null ? known.value === value : undefined;
  }
}

function typeOf(value: ParameterGuard['value']): string {
  return value === null ? 'object' : typeof value;
}
