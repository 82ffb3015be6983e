import type { Node } from './ast.ts';
import type { CallRecord } from './records.ts';

/** Awaits that may run together as far as one function shows: no value, no order and no condition ties them to each other. */
export interface AwaitGroupRecord {
  readonly kind: 'each' | 'row';
  /** What is awaited, in order: the call that a finding stands at, and the whole `await`. */
  readonly awaits: readonly { readonly call: CallRecord; readonly node: Node }[];
  /** Every call of the group. */
  readonly calls: readonly CallRecord[];
  /** Names that hang on the round. */
  readonly varying: ReadonlySet<string>;
  /** What the loop goes through; `null` for a row. */
  readonly items: Node | null;
  /** A failure ends it early. */
  readonly stops: boolean;
}
