import type { FileFacts, OrderedAwait } from '../model/facts.ts';
import type { Range } from '../model/range.ts';

/** Why an await is right to wait where it stands. */
interface AwaitNote {
  /** The keyword. */
  readonly at: Range;
  /** One sentence. */
  readonly text: string;
}

const texts: Readonly<Record<OrderedAwait['why'], string>> = {
  next: 'One round after another is right here: what is awaited needs what the round before has found.',
  retry: 'One round after another is right here: the next one is for when this one fails.',
  first: 'One round after another is right here: the loop ends as soon as a result says so.',
};

/** What there is to say of the `await` at a place (zero-based), if its loop shows that it is right to wait. */
export function awaitNoteAt(facts: FileFacts | undefined, line: number, character: number): AwaitNote | undefined {
  for (const { orderedAwaits = [] } of facts?.functions ?? []) {
    for (const { at, why } of orderedAwaits) {
      if (at[0] === line && at[1] <= character && character <= at[3]) return { at, text: texts[why] };
    }
  }
  return undefined;
}
