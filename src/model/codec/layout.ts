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

export const SIZE_TAGS = ['constant', 'items', 'number'] as const satisfies readonly SizeFacts[0][];

export const ORDER_REASONS = ['next', 'retry', 'first'] as const satisfies readonly OrderedAwait['why'][];

export const GROUP_KINDS = ['each', 'row'] as const satisfies readonly AwaitGroup['kind'][];

export const EXPORT_TAGS = ['named', 'assign', 'reexport', 'star'] as const satisfies readonly ExportFacts[0][];

export const GUARD_TAGS = ['is', 'truthy', 'typeof'] as const satisfies readonly ParameterGuard['test'][];

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
