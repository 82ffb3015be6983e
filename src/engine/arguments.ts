import type { CallFacts, ValueId } from '../model/facts.ts';
import type { ArgumentFact, ArgumentPlace, CallArguments } from '../catalog/evaluate.ts';
import { isConstantName } from './api-paths.ts';
import type { Atom, Result } from './atoms.ts';
import type { Evaluation } from './evaluation.ts';
import type { FunctionNode } from './nodes.ts';
import { propertyValues, type Unit } from './unit.ts';

const UNKNOWN_FACT: ArgumentFact = { kind: 'unknown' };
const MISSING: ArgumentFact = { kind: 'missing' };
const PRESENT: ArgumentFact = { kind: 'present' };
const FUNCTION: ArgumentFact = { kind: 'function' };

/** What is known of the arguments of a function that something else calls. */
export const unknownArguments: CallArguments = { argument: () => UNKNOWN_FACT };

/** The argument of a call that stands at a place, or has its name. */
export function argumentAt({ args, keywords }: CallFacts, { arg, keyword }: ArgumentPlace): ValueId | undefined {
  if (!keywords) return typeof arg === 'number' ? args[arg] : undefined;
  const named = args.length - keywords.length;
  if (typeof arg === 'number' && arg < named) return args[arg];
  const index = keyword === undefined ? -1 : keywords.indexOf(keyword);
  return index < 0 ? undefined : args[named + index];
}

/** The argument of a call that a parameter of a function of the project gets. */
export function argumentFor(call: CallFacts, { facts }: FunctionNode, position: number): ValueId | undefined {
  if (!call.keywords && position <= firstRest(facts)) return call.args[position];
  const keyword = facts.paramNames[position];
  const arg = position > firstRest(facts) ? {} : { arg: position };
  return argumentAt(call, { ...arg, ...(keyword !== undefined && { keyword }) });
}

/** What stands behind the parameter for any number of arguments is given by name. */
function firstRest({ paramNames }: FunctionNode['facts']): number {
  const rest = paramNames.findIndex((name) => name.startsWith('*'));
  return rest < 0 ? paramNames.length : rest;
}

/** What a call hands on as arguments with names that the source does not show. */
export function spreadOf({ args, keywords = [] }: CallFacts): ValueId[] {
  const named = args.length - keywords.length;
  return keywords.flatMap((name, index) => (name === '**' ? (args[named + index] ?? []) : []));
}

/** The parameter of a function of the project that gets an argument of a call; -1 is none. */
export function parameterFor({ args, keywords }: CallFacts, { facts }: FunctionNode, argument: number): number {
  const name = keywords?.[argument - (args.length - keywords.length)];
  return name === undefined ? argument : facts.paramNames.indexOf(name);
}

/** Whether an argument of a call is the one that an entry of the catalog speaks of. */
export function takes({ arg, keyword }: ArgumentPlace, { args, keywords }: CallFacts, argument: number): boolean {
  if (arg === 'all') return true;
  const name = keywords?.[argument - (args.length - keywords.length)];
  return name === undefined ? arg === argument : name === keyword;
}

function mayHaveMore({ keywords }: CallFacts): boolean {
  return keywords?.some((name) => name.startsWith('*')) ?? false;
}

/** What the catalog's conditions ask of a call's arguments. */
export function argumentsOf(evaluation: Evaluation, unit: Unit, call: CallFacts): CallArguments {
  return {
    argument(place, property) {
      const value = argumentAt(call, place);
      if (value === undefined) return mayHaveMore(call) ? UNKNOWN_FACT : MISSING;
      const path = property === undefined ? [] : property.split('.');
      return factOf(evaluation, unit, evaluation.evaluate(unit, value), path);
    },
  };
}

function factOf(evaluation: Evaluation, asker: Unit, result: Result, path: readonly string[]): ArgumentFact {
  const [atom, ...others] = result.atoms;
  const isVague = atom === undefined || others.length > 0 || result.open;
  if (path.length === 0) return isVague ? PRESENT : plainFact(atom);
  if (isVague) return UNKNOWN_FACT;
  return atom.kind === 'object' ? propertyFact(evaluation, asker, atom, path) : nonObjectFact(atom);
}

function plainFact(atom: Atom): ArgumentFact {
  if (atom.kind === 'literal') return { kind: 'literal', value: atom.value };
  if (atom.kind === 'api') {
    const { path } = atom.path;
    return isConstantName(path) ? { kind: 'literal', value: path } : { kind: 'present', path };
  }
  return atom.kind === 'function' ? FUNCTION : PRESENT;
}

/** A property of a literal or a function is not there. */
function nonObjectFact(atom: Atom): ArgumentFact {
  return atom.kind === 'literal' || atom.kind === 'function' ? MISSING : UNKNOWN_FACT;
}

function propertyFact(
  evaluation: Evaluation,
  asker: Unit,
  atom: Atom & { readonly kind: 'object' },
  [name = '', ...rest]: readonly string[],
): ArgumentFact {
  const { unit } = atom.file;
  const facts = unit?.facts.objects[atom.index];
  if (!unit || !facts) return UNKNOWN_FACT;
  const values: readonly ValueId[] = propertyValues(unit, facts.properties, name);
  const [value] = values;
  if (value === undefined) return facts.spreads.length > 0 ? UNKNOWN_FACT : MISSING;
  if (values.length > 1) return UNKNOWN_FACT;
  return factOf(evaluation, asker, evaluation.evaluateFor(asker, unit, value), rest);
}
