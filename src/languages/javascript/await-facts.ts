import type { AwaitGroup } from '../../model/facts.ts';
import { shortText } from './ast.ts';
import type { AwaitGroupRecord } from './await-records.ts';
import { type LineStarts, rangeOf } from './lines.ts';
import type { CallRecord, FunctionRecord } from './records.ts';
import { isQuiet } from './side-effects.ts';

/** Groups all of whose calls are known, or change nothing. */
export function collectAwaitGroups(source: string, record: FunctionRecord, starts: LineStarts): AwaitGroup[] {
  return record.awaitGroups.flatMap((group) => collectGroup(source, record, group, starts));
}

function collectGroup(
  source: string,
  record: FunctionRecord,
  { kind, awaits, calls, items, stops }: AwaitGroupRecord,
  starts: LineStarts,
): AwaitGroup[] {
  const isKept = ({ index }: CallRecord): boolean => index >= 0;
  if (!calls.every((call) => isKept(call) || isQuiet(record, call))) return [];
  const waiting = awaits.filter(({ call }) => isKept(call));
  if (waiting.length < (kind === 'row' ? 2 : 1)) return [];
  return [
    {
      kind,
      awaits: waiting.map(({ call, node }) => ({ call: call.index, at: rangeOf(starts, node) })),
      calls: calls.filter(isKept).map(({ index }) => index),
      items: items ? shortText(source, items) : '',
      isShort: items?.type === 'ArrayExpression',
      stops,
    },
  ];
}
