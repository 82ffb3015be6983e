import { canonicalModule } from '../catalog/canonical.ts';
import type { Catalog, InputEntry } from '../catalog/types.ts';
import type { ValueId } from '../model/facts.ts';
import { callOf, type Edge, type FunctionNode } from './nodes.ts';
import { valueOf, type Unit } from './unit.ts';

const NO_INPUTS: readonly InputEntry[] = [];

/** Whether what is read of a value is a text from outside. */
export function leadsTo({ paths }: InputEntry, read: readonly string[]): boolean {
  if (!paths) return true;
  const text = read.join('.');
  return paths.some((path) => text === path || text.startsWith(`${path}.`));
}

/** What decodes a text brings back what it stands for. */
const DECODING = /search|query|param|decode/i;

/** Whether what is read of a value has no line breaks. */
export function isOneLine({ oneLine = [] }: InputEntry, read: readonly string[]): boolean {
  const text = read.join('.');
  return oneLine.some(
    (path) => text === path || (text.startsWith(`${path}.`) && !DECODING.test(text.slice(path.length))),
  );
}

/** What the catalog says of a value by its name: a parameter annotated `Request`, the result of `readBody()`. */
export function inputsOfValue(catalog: Catalog, unit: Unit, id: ValueId): readonly InputEntry[] {
  const value = valueOf(unit, id);
  if (value[0] !== 'instance' && value[0] !== 'result') return NO_INPUTS;
  const name = nameOf(catalog, unit, value[1]);
  return name === undefined ? NO_INPUTS : (catalog.inputs.get(`${name}()`) ?? NO_INPUTS);
}

/** The canonical name of something imported, without what aliases would make of it. */
function nameOf(catalog: Catalog, unit: Unit, id: ValueId): string | undefined {
  const value = valueOf(unit, id);
  if (value[0] === 'global') return `global.${value[1]}`;
  if (value[0] === 'import') return canonicalModule(catalog, unit.facts.imports[value[1]] ?? '');
  if (value[0] !== 'member') return undefined;
  const of = nameOf(catalog, unit, value[1]);
  return of === undefined ? undefined : `${of}.${value[2]}`;
}

/** What frameworks that call the function hand to it as that parameter. */
export function inputsOfParameter(
  catalog: Catalog,
  node: FunctionNode,
  index: number,
): { readonly input: InputEntry; readonly likely: boolean }[] {
  const found = new Map<InputEntry, boolean>();
  for (const edge of node.in) {
    const role = edge.role ?? edge.entry?.role;
    for (const input of role === undefined ? NO_INPUTS : (catalog.inputs.get(role) ?? NO_INPUTS)) {
      if (!isHandedAs(input, node, index) || !isEvent(input, edge)) continue;
      found.set(input, edge.likely && (found.get(input) ?? true));
    }
  }
  return [...found].map(([input, likely]) => ({ input, likely }));
}

function isHandedAs({ arg, errorFirst }: InputEntry, { facts }: FunctionNode, index: number): boolean {
  if (arg === 'all') return true;
  if (arg === undefined) return false;
  return index === (errorFirst && facts.paramNames.length === 4 ? arg + 1 : arg);
}

function isEvent({ event }: InputEntry, { from, call }: Edge): boolean {
  if (event === undefined) return true;
  const { unit } = from.file;
  const name = callOf(from, call)?.args[0];
  const value = unit && name !== undefined ? valueOf(unit, name) : undefined;
  return value?.[0] === 'literal' && value[1] === event;
}
