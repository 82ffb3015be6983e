import { costOf } from '../catalog/evaluate.ts';
import type { CompiledApi } from '../catalog/types.ts';
import type { CallFacts } from '../model/facts.ts';
import type { Cost } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import type { Techniques } from '../model/techniques.ts';
import { argumentsOf } from './arguments.ts';
import type { Evaluation } from './evaluation.ts';
import { followed } from './followed.ts';
import type { FunctionNode } from './nodes.ts';
import { targetsOf } from './targets.ts';
import type { Unit } from './unit.ts';

/** A call of something that the catalog knows. */
export interface ApiCall {
  readonly api: CompiledApi;
  /** With these arguments. */
  readonly cost: Cost | 'none';
  /** The callee's name, and its source text. */
  readonly at: Range;
  readonly text: string;
  readonly techniques: Techniques;
}

/** What the catalog knows of the call whose name is at a place, whether or not anything is wrong with it there. */
export function apisAt(evaluation: Evaluation, unit: Unit, line: number, character: number): ApiCall[] {
  const found: ApiCall[] = [];
  for (const node of unit.functions) {
    for (const call of node.facts.calls) {
      if (isAt(call, line, character)) found.push(...apisOf(evaluation, unit, node, call));
    }
  }
  return found;
}

function isAt({ at: [line, start, endLine, end] }: CallFacts, atLine: number, character: number): boolean {
  const isAfter = atLine > line || (atLine === line && character >= start);
  return isAfter && (atLine < endLine || (atLine === endLine && character <= end));
}

function apisOf(evaluation: Evaluation, unit: Unit, node: FunctionNode, call: CallFacts): ApiCall[] {
  const { found } = targetsOf(evaluation, unit, followed({ evaluation, unit, node }, call.callee));
  return found.flatMap((target) => {
    const api = target.kind === 'api' ? target.path.api : undefined;
    if (!api) return [];
    const cost = costOf(api.entry, argumentsOf(evaluation, unit, call));
    return [{ api, cost, at: call.at, text: call.text, techniques: unit.techniques() }];
  });
}
