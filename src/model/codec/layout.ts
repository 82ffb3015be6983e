import type {
  AwaitGroup,
  Directive,
  ExportFacts,
  FileRole,
  OrderedAwait,
  ParameterGuard,
  ParseProblem,
  SizeFacts,
  Value,
} from '../facts.ts';

export const VALUE_TAGS = [
  'unknown',
  'import',
  'global',
  'function',
  'class',
  'object',
  'member',
  'result',
  'instance',
  'param',
  'array',
  'union',
  'literal',
  'regex',
] as const satisfies readonly Value[0][];

/** Instead of that of `result`, where its arguments are kept. */
export const RESULT_WITH_ARGUMENTS = VALUE_TAGS.length;

export const SIZE_TAGS = ['constant', 'items', 'number'] as const satisfies readonly SizeFacts[0][];

export const ORDER_REASONS = ['next', 'retry', 'first'] as const satisfies readonly OrderedAwait['why'][];

export const GROUP_KINDS = ['each', 'row'] as const satisfies readonly AwaitGroup['kind'][];

export const EXPORT_TAGS = ['named', 'assign', 'reexport', 'star'] as const satisfies readonly ExportFacts[0][];

export const GUARD_TAGS = ['is', 'truthy', 'typeof'] as const satisfies readonly ParameterGuard['test'][];

/** What few functions have: a bit each, those that more have first, so that the others spend hardly a byte on all of it. */
export const Rare = {
  Loops: 1 << 0,
  Owner: 1 << 1,
  ArgumentOf: 1 << 2,
  Params: 1 << 3,
  Waits: 1 << 4,
  Guards: 1 << 5,
  Bounded: 1 << 6,
  Matches: 1 << 7,
  AwaitGroups: 1 << 8,
  Joins: 1 << 9,
  Decorators: 1 << 10,
  Types: 1 << 11,
  OrderedAwaits: 1 << 12,
  Recursion: 1 << 13,
  Operations: 1 << 14,
  Defaults: 1 << 15,
  HandsOn: 1 << 16,
} as const;

/** Bytes of texts, number of texts, number of values: four bytes each. */
export const HEAD = 12;

/** A size above this, its highest bit set, says that the texts are written as JSON. */
export const MAX_SIZE = 0x7fffffff;

/** What is rare is kept as JSON. */
export interface Rest {
  readonly problem?: ParseProblem;
  readonly directives?: readonly Directive[];
  readonly roles?: readonly FileRole[];
}
