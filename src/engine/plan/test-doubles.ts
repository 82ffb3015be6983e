import type { CallFacts, PropertyFacts, ValueId } from '../../model/facts.ts';
import { lastName } from '../last-name.ts';
import { callOf, EdgeKind, type FileNode, type FunctionNode, type Hit } from '../nodes.ts';
import { isOfTests } from '../trials.ts';
import { type Unit, valueOf } from '../unit.ts';
import type { Audit } from './audit.ts';
import { parameterUses } from './callback-takers.ts';

/**
 * Where tests of a file put something in the place of the API that an operation calls: they look for calls that are not made
 * any more once it waits.
 */
export function stubsOf(audit: Audit, { api, node }: Hit): string[] {
  if (!api) return [];
  const isStub = (unit: Unit, call: CallFacts): boolean =>
    namesApi(audit, unit, call, api.name) || call.args.some((id) => standsForApi(audit, unit, id, api.name));
  return testsOf(audit, node.file).flatMap((unit) =>
    unit.functions
      .flatMap(({ facts }) => facts.calls.filter((call) => isStub(unit, call)))
      .map((call) => `${placeOf(unit, call)} puts something in the place of ${api.name}`),
  );
}

/** Where tests watch a function that is not called any more, since a copy of it is: `spyOn(store, 'save')`. */
export function spiesOf(audit: Audit, node: FunctionNode): string[] {
  const name = lastName(node.facts.name);
  return testsOf(audit, node.file).flatMap((unit) =>
    unit.functions
      .flatMap(({ facts }) => facts.calls.filter(({ args: [of, ...rest] }) => isNamed(unit, of, rest, name)))
      .map((call) => `${placeOf(unit, call)} watches ${name}, of which a copy is called then`),
  );
}

function isNamed(unit: Unit, of: ValueId | undefined, rest: readonly ValueId[], name: string): boolean {
  if (of === undefined || valueOf(unit, of)[0] === 'literal') return false;
  return rest.some((id) => {
    const value = valueOf(unit, id);
    return value[0] === 'literal' && value[1] === name;
  });
}

/** `load('./page', { fs: { readFileSync() {} } })`, at any depth of the object. */
function standsForApi(audit: Audit, unit: Unit, value: ValueId, api: string, depth = 0): boolean {
  const cut = api.lastIndexOf('.');
  const module = api.slice(api.indexOf(':') + 1, cut);
  const propertiesOf = (id: ValueId): PropertyFacts[] =>
    audit.evaluation
      .evaluate(unit, id)
      .atoms.flatMap((atom) =>
        atom.kind === 'object' && atom.file === unit.file
          ? [...(unit.facts.objects[atom.index]?.properties ?? [])]
          : [],
      );
  return propertiesOf(value).some(([name, id]) => {
    const isModule = name.slice(name.indexOf(':') + 1) === module;
    if (isModule && propertiesOf(id).some(([member]) => member === api.slice(cut + 1))) return true;
    return depth < 2 && standsForApi(audit, unit, id, api, depth + 1);
  });
}

/** `stub(fs, 'readFileSync')`, whichever library that is of. */
function namesApi({ evaluation }: Audit, unit: Unit, { args }: CallFacts, api: string): boolean {
  const names = args.flatMap((id) => {
    const value = valueOf(unit, id);
    return value[0] === 'literal' && typeof value[1] === 'string' ? [value[1]] : [];
  });
  if (!names.some((name) => api.endsWith(`.${name}`))) return false;
  return args.some((id) =>
    evaluation
      .evaluate(unit, id)
      .atoms.some((atom) => atom.kind === 'api' && names.some((name) => `${atom.path.path}.${name}` === api)),
  );
}

/**
 * Where tests stand in for what calls a function later, as an object with an `on` of its own that calls listeners at once: they
 * look at what it did right after that.
 */
export function emittersOf(audit: Audit, node: FunctionNode): string[] {
  const registrations = registrationsOf(node);
  if (registrations.size === 0) return [];
  return testsOf(audit, node.file).flatMap((unit) =>
    unit.facts.objects.flatMap(({ properties }) =>
      properties.flatMap(([name, id]) => {
        const value = valueOf(unit, id);
        const stub = registrations.has(name) && value[0] === 'function' ? unit.functions[value[1]] : undefined;
        const call = stub && callOfParameter(unit, stub);
        return call ? [`${placeOf(unit, call)} calls at once what ${name} is given`] : [];
      }),
    ),
  );
}

/** Names of the methods that a function is handed to, to be called later. */
function registrationsOf(node: FunctionNode): Set<string> {
  const names = new Set<string>();
  for (const edge of node.in) {
    const { from, kind, isCall } = edge;
    const call = callOf(from, edge.call);
    const { unit } = from.file;
    if (isCall || kind !== EdgeKind.Later || !call || !unit) continue;
    const callee = valueOf(unit, call.callee);
    if (callee[0] === 'member') names.add(callee[2]);
    for (const use of parameterUses(node, edge)) for (const name of registrationsOf(use.from)) names.add(name);
  }
  return names;
}

function callOfParameter(unit: Unit, { facts, index }: FunctionNode): CallFacts | undefined {
  return facts.calls.find(({ callee }) => {
    const value = valueOf(unit, callee);
    return value[0] === 'param' && value[1] === index;
  });
}

/** Files of tests that import the file, directly or through others, or have something load one of these by its name. */
function testsOf({ files }: Audit, file: FileNode): Unit[] {
  const importers = new Set([file]);
  for (const one of importers) {
    for (const { unit } of files.values()) if (unit?.imports.includes(one)) importers.add(unit.file);
  }
  const stems = new Set([...importers].map(({ path }) => stemOf(path)));
  const loads = ({ args }: CallFacts, unit: Unit): boolean =>
    args.some((id) => {
      const value = valueOf(unit, id);
      return (
        value[0] === 'literal' && typeof value[1] === 'string' && value[1].includes('/') && stems.has(stemOf(value[1]))
      );
    });
  return [...files.values()].flatMap((one) => {
    const { unit } = one;
    if (!unit?.functions[0] || !isOfTests(unit.functions[0])) return [];
    const isConcerned =
      importers.has(one) || unit.functions.some(({ facts }) => facts.calls.some((call) => loads(call, unit)));
    return isConcerned ? [unit] : [];
  });
}

/** `../lib/load.js` → `load` */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

function placeOf({ file }: Unit, { at }: CallFacts): string {
  return `${file.path}:${at[0] + 1}`;
}
