import { type AwaitGroup, CallFlag } from '../../model/facts.ts';
import { type Node, shortText } from './ast.ts';
import type { AwaitGroupRecord } from './await-records.ts';
import { type LineStarts, rangeOf } from './lines.ts';
import type { CallRecord, FunctionRecord } from './records.ts';
import { isComplaint, isQuiet, readsClock } from './side-effects.ts';
import { readsAny, usageOf } from './usage.ts';

/** Groups all of whose calls are known, or change nothing. */
export function collectAwaitGroups(source: string, record: FunctionRecord, starts: LineStarts): AwaitGroup[] {
  return record.awaitGroups.flatMap((group) => collectGroup(source, record, group, starts));
}

function collectGroup(
  source: string,
  record: FunctionRecord,
  { kind, awaits, calls, varying, items, stops }: AwaitGroupRecord,
  starts: LineStarts,
): AwaitGroup[] {
  // Whoever looks at the clock wants to know how long one of them takes.
  if (calls.some(readsClock)) return [];
  const isKept = ({ index }: CallRecord): boolean => index >= 0;
  // Where the waits themselves are for when something failed, people may read what is said of it in order.
  const isFailing = awaits.some(({ call }) => call.flags & CallFlag.OnFailure);
  const isHarmless = (call: CallRecord): boolean => isQuiet(record, call) || (isComplaint(call) && !isFailing);
  if (!calls.every((call) => isKept(call) || isHarmless(call))) return [];
  const waiting = awaits.filter(({ call }) => isKept(call));
  if (waiting.length < (kind === 'row' ? 2 : 1)) return [];
  return [
    {
      kind,
      awaits: waiting.map(({ call, node }) => ({ call: call.index, at: rangeOf(starts, node) })),
      calls: calls.filter(isKept).map(({ index }) => index),
      varying: kind === 'row' ? [] : calls.filter(isKept).map((call) => varyingParts(call, varying)),
      items: items ? shortText(source, items) : '',
      isShort: items?.type === 'ArrayExpression',
      stops,
    },
  ];
}

const MAX_ARGUMENTS = 16;

function varyingParts({ callee, args }: CallRecord, names: ReadonlySet<string>): number {
  const varies = (part: Node): boolean => readsAny(usageOf(part), names);
  let bits = callee && varies(callee) ? 1 : 0;
  args.slice(0, MAX_ARGUMENTS).forEach((argument, index) => {
    if (varies(argument)) bits |= 1 | (2 << index);
  });
  return bits;
}
