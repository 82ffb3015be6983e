import type { Directive, ExportFacts, FileRole, ParameterGuard, ParseProblem, Value } from '../facts.ts';

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

export const EXPORT_TAGS = ['named', 'assign', 'reexport', 'star'] as const satisfies readonly ExportFacts[0][];

export const GUARD_TAGS = ['is', 'truthy', 'typeof'] as const satisfies readonly ParameterGuard['test'][];

/** What is rare is kept as JSON. */
export interface Rest {
  readonly problem?: ParseProblem;
  readonly directives?: readonly Directive[];
  readonly roles?: readonly FileRole[];
}
