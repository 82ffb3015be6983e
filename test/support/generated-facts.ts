import { valueList } from './value-list.ts';
import fc from 'fast-check';
import type { Catalog, CatalogFile } from '../../src/catalog/types.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import type { Resolution } from '../../src/engine/linker.ts';
import {
  CallFlag,
  FunctionFlag,
  type CallFacts,
  type ExportFacts,
  type FileFacts,
  type FunctionFacts,
  type Value,
} from '../../src/model/facts.ts';
import type { Range } from '../../src/model/range.ts';

/** Small random projects, as facts: few files, many imports, cycles wherever they fit. */

export const generatedPaths = ['a.x', 'b.x', 'c.x', 'd.x'] as const;

const names = ['f', 'g', 'h', 'default'];
const imports = [...generatedPaths.map((path) => `./${path}`), 'lib'];
const flagsOfCalls = [0, 0, 0, 0, CallFlag.InLoop, CallFlag.Memoised, CallFlag.OffLoop, CallFlag.InEndlessLoop];
const flagsOfFunctions = [0, 0, 0, FunctionFlag.Async, FunctionFlag.Method, FunctionFlag.DeclaredNonblocking];

export function resolveGenerated(_from: string, specifier: string): Resolution {
  if (specifier === 'lib') return { kind: 'package', name: specifier };
  return { kind: 'file', path: specifier.slice(2) };
}

export const generatedCatalog: Catalog = compileCatalog([
  {
    module: 'lib',
    language: 'x',
    apis: ['f', '().g', 'h'].map((name, index) => ({
      name,
      rule: index === 2 ? 'heavy-call' : 'blocking-io',
      work: 'file',
      does: 'blocks',
      cost: index === 0 ? 'large' : 'medium',
      when: [{ arg: 0, equals: 1, cost: 'small' }],
      replace: { strategy: 'advice' },
      example: '',
    })),
    callbacks: [
      { name: 'g', arg: 0, runs: 'later', role: 'request handler', params: ['lib()'] },
      { name: 'default', arg: 0, runs: 'later', role: 'timer' },
      { name: '().h', arg: 'all', runs: 'continuation' },
      { name: '().f', arg: 0, runs: 'offload' },
    ],
  },
  { module: 'any', language: 'x', callbacks: [{ name: 'h', arg: 0, runs: 'now' }] },
] satisfies CatalogFile[]);

const FUNCTIONS = 4;
const LIB = imports.length - 1;
const FIRST_OWN = imports.length;

/** What every file has at hand: its imports and functions, blocking calls, registrations, and names of other files. */
const prelude: readonly Value[] = [
  ...imports.map((_, index): Value => ['import', index]),
  ...Array.from({ length: FUNCTIONS }, (_, index): Value => ['function', index]),
  ['member', LIB, 'f'],
  ['member', LIB, 'h'],
  ['member', LIB, 'g'],
  ['member', LIB, 'default'],
  ['result', LIB],
  // Functions that are handed over, and what comes of them.
  ['param', 1, 0],
  ['param', 2, 0],
  ['result', FIRST_OWN + 1, [FIRST_OWN + 3]],
  ['result', FIRST_OWN + 2, [FIRST_OWN + 1]],
  ...generatedPaths.flatMap((_, index): Value[] => names.slice(0, 3).map((name) => ['member', index, name])),
];
const VALUES = prelude.length + 14;

const anyValue = fc.nat(VALUES - 1);
const anyFunction = fc.nat(FUNCTIONS - 1);
const name = fc.constantFrom(...names);

const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('import' as const), fc.nat(imports.length - 1)) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('function' as const), anyFunction) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('member' as const), anyValue, name) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('result' as const), anyValue) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('result' as const),
      fc.nat(FIRST_OWN + FUNCTIONS - 1),
      fc.array(anyValue, { maxLength: 2 }),
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('param' as const), anyFunction, fc.nat(1)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('instance' as const), anyValue) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('class' as const), fc.constant(0)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('object' as const), fc.nat(1)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('literal' as const), fc.constantFrom(1, 'x')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('union' as const), fc.array(anyValue, { maxLength: 3 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('array' as const), fc.array(anyValue, { maxLength: 2 })) },
);

const ownFunction = anyFunction.map((index) => FIRST_OWN + index);
const handed = fc.oneof({ weight: 2, arbitrary: ownFunction }, { weight: 3, arbitrary: anyValue });

const call = fc.record({
  callee: handed,
  args: fc.array(handed, { maxLength: 2 }),
  flags: fc.constantFrom(...flagsOfCalls),
});

const property = fc.tuple(name, anyValue);

const shape = fc.record({
  values: fc.array(value, { minLength: 14, maxLength: 14 }),
  functions: fc.array(
    fc.record({
      flags: fc.constantFrom(...flagsOfFunctions),
      returns: fc.array(fc.oneof(anyValue, ownFunction), { maxLength: 2 }),
      calls: fc.array(call, { minLength: 1, maxLength: 4 }),
      isNested: fc.boolean(),
    }),
    { minLength: FUNCTIONS, maxLength: FUNCTIONS },
  ),
  superclass: fc.option(anyValue, { nil: undefined }),
  interfaces: fc.array(anyValue, { maxLength: 1 }),
  members: fc.array(property, { maxLength: 3 }),
  properties: fc.array(property, { maxLength: 2 }),
  spreads: fc.array(anyValue, { maxLength: 1 }),
  assignments: fc.array(fc.tuple(anyValue, name, anyValue), { maxLength: 1 }),
  exports: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constant('named' as const), name, handed) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('assign' as const), anyValue) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constant('reexport' as const),
          name,
          fc.nat(imports.length - 1),
          fc.constantFrom(...names, '*'),
        ),
      },
      { weight: 1, arbitrary: fc.tuple(fc.constant('star' as const), fc.nat(imports.length - 1)) },
    ),
    { minLength: 1, maxLength: 5 },
  ),
  isWorker: fc.boolean(),
  keys: fc.shuffledSubarray(['one', 'two', 'three'], { minLength: 3, maxLength: 3 }),
});

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

export const generatedFacts: fc.Arbitrary<FileFacts> = shape.map(toFacts);

function toFacts(drawn: Shape): FileFacts {
  return {
    language: 'x',
    lines: 100,
    imports,
    values: [...prelude, ...drawn.values.map((each, index) => grounded(each, prelude.length + index))],
    functions: drawn.functions.map((fn, index) => functionFacts(drawn, fn, index)),
    classes: [
      {
        name: 'C',
        ...(drawn.superclass === undefined ? {} : { superclass: drawn.superclass }),
        members: drawn.members,
        statics: drawn.properties,
        decorators: [],
        interfaces: drawn.interfaces,
      },
    ],
    objects: [
      { properties: drawn.properties, spreads: drawn.spreads },
      { properties: drawn.members, spreads: [] },
    ],
    exports: drawn.exports,
    assignments: drawn.assignments,
    directives: [],
    roles: drawn.isWorker && drawn.exports.length === 1 ? ['worker'] : [],
  };
}

/** Expressions are trees: a value is made of earlier ones. Cycles go through functions, objects, classes and modules. */
function grounded(drawn: Value, index: number): Value {
  const earlier = (id: number): number => id % index;
  switch (drawn[0]) {
    case 'member':
      return ['member', earlier(drawn[1]), drawn[2]];
    case 'result':
      return drawn[2] ? ['result', earlier(drawn[1]), drawn[2].map(earlier)] : ['result', earlier(drawn[1])];
    case 'instance':
      return ['instance', earlier(drawn[1])];
    case 'union':
    case 'array':
      return [drawn[0], drawn[1].map(earlier)];
    default:
      return drawn;
  }
}

function functionFacts(drawn: Shape, fn: Shape['functions'][number], index: number): FunctionFacts {
  const key = index === 0 ? '<module>' : (drawn.keys[index - 1] ?? '');
  const at: Range = [index * 20, 0, index * 20, 5];
  // A nested function is the first argument of the first call of the function before it, if there is such a call.
  const outer = drawn.functions[index - 1];
  const isArgument = fn.isNested && outer?.calls[0]?.args[0] === FIRST_OWN + index;
  // Or it is given back.
  const isReturned = fn.isNested && (outer?.returns.includes(FIRST_OWN + index) ?? false);
  return {
    key,
    name: key,
    at,
    body: [index * 20, 0, index * 20 + 19, 0],
    parent: isArgument || isReturned ? index - 1 : index === 0 ? -1 : 0,
    flags: index === 0 ? 0 : fn.flags,
    paramNames: ['p', 'q'],
    params: [null, null],
    returns: fn.returns,
    calls: fn.calls.map((drawnCall, line): CallFacts => ({
      ...drawnCall,
      at: [at[0] + line + 1, 2, at[0] + line + 1, 9],
      text: 'call',
    })),
    operations: [],
    steps: 0,
    loops: [],
    decorators: [],
    ...(isArgument ? { argumentOf: [0, 0] as const } : {}),
  };
}

/** A small edit of a file, as a developer makes it: most of it stays, and the rest moves. */
export const generatedTweak: fc.Arbitrary<(facts: FileFacts) => FileFacts> = fc
  .record({
    kind: fc.constantFrom('shift', 'calls', 'returns', 'flags', 'swap'),
    fn: anyFunction,
    calls: fc.array(call, { maxLength: 4 }),
    returns: fc.array(anyValue, { maxLength: 2 }),
    flags: fc.constantFrom(...flagsOfFunctions),
  })
  .map((edit) => (facts) => {
    if (edit.kind === 'shift') return shifted(facts);
    if (edit.kind === 'swap') return swapped(facts);
    const functions = facts.functions.map((fn, index): FunctionFacts => {
      if (index !== edit.fn) return fn;
      if (edit.kind === 'returns') return { ...fn, returns: edit.returns };
      if (edit.kind === 'flags') return index === 0 ? fn : { ...fn, flags: edit.flags };
      return { ...fn, calls: edit.calls.map((each, line) => callFacts(each, fn.at[0] + line)) };
    });
    return { ...facts, functions: functions.map((fn) => withoutLostCall(fn, functions)) };
  });

function callFacts(drawn: Pick<CallFacts, 'callee' | 'args' | 'flags'>, line: number): CallFacts {
  return { ...drawn, at: [line + 1, 2, line + 1, 9], text: 'call' };
}

function withoutLostCall(fn: FunctionFacts, functions: readonly FunctionFacts[]): FunctionFacts {
  const { argumentOf, ...rest } = fn;
  const isLost = argumentOf && !functions[fn.parent]?.calls[argumentOf[0]];
  return isLost ? { ...rest, parent: 0 } : fn;
}

/** A line more at the top, and every value a place further. */
function shifted(facts: FileFacts): FileFacts {
  const up = (id: number): number => id + 1;
  const down = ([a, b, c, d]: Range): Range => [a + 1, b, c + 1, d];
  const pair = ([name, id]: readonly [string, number]): readonly [string, number] => [name, up(id)];
  return {
    ...facts,
    values: [['unknown'] as const, ...valueList(facts.values).map((each) => shiftedValue(each, up))],
    functions: facts.functions.map((fn) => ({
      ...fn,
      at: down(fn.at),
      body: down(fn.body),
      returns: fn.returns.map(up),
      calls: fn.calls.map((each) => ({
        ...each,
        at: down(each.at),
        callee: up(each.callee),
        args: each.args.map(up),
      })),
    })),
    classes: facts.classes.map((each) => ({
      ...each,
      ...(each.superclass === undefined ? {} : { superclass: up(each.superclass) }),
      interfaces: each.interfaces?.map(up) ?? [],
      members: each.members.map(pair),
      statics: each.statics.map(pair),
    })),
    objects: facts.objects.map((each) => ({
      properties: each.properties.map(pair),
      spreads: each.spreads.map(up),
    })),
    assignments: facts.assignments.map(([target, name, id]) => [up(target), name, up(id)] as const),
    exports: facts.exports.map((fact): ExportFacts => {
      if (fact[0] === 'named') return ['named', fact[1], up(fact[2])];
      return fact[0] === 'assign' ? ['assign', up(fact[1])] : fact;
    }),
  };
}

function shiftedValue(drawn: Value, up: (id: number) => number): Value {
  switch (drawn[0]) {
    case 'member':
      return ['member', up(drawn[1]), drawn[2]];
    case 'result':
      return drawn[2] ? ['result', up(drawn[1]), drawn[2].map(up)] : ['result', up(drawn[1])];
    case 'instance':
      return ['instance', up(drawn[1])];
    case 'union':
    case 'array':
      return [drawn[0], drawn[1].map(up)];
    default:
      return drawn;
  }
}

/** The two objects change places. */
function swapped(facts: FileFacts): FileFacts {
  return {
    ...facts,
    objects: [...facts.objects].reverse(),
    values: valueList(facts.values).map((each): Value => (each[0] === 'object' ? ['object', 1 - each[1]] : each)),
  };
}
