import type { Severity } from '../model/finding.ts';
import { ON_LOOP, Reach, STARTING } from './reach.ts';
import type { Witness } from './rule.ts';

const ONCE = 'runs once, its result is kept';
const FIRST_USE = 'on first use, or once after the start';
const SELDOM = 'once an hour at most';
const ON_FAILURE = 'only when something failed before';
const ANSWERED = 'the page stops only for the user who is asked';

/** Roles of code that runs without a user who has just done something. */
const UNASKED = /^(?:timer|message handler|scheduled task|animation frame|idle callback)/;

export interface Judgement {
  readonly severity: Severity;
  /** Why it is not what one would expect. */
  readonly notes: readonly string[];
}

/** Severity follows the cost of waiting and the cost of acting; see docs/architecture.md. */
export function judge(witness: Witness, reach: number, role: string, isPublicChain: boolean): Judgement {
  const notes: string[] = [];
  const onLoop = reach & (Reach.Handler | Reach.Listener | Reach.External | Reach.Seldom);
  if (onLoop === 0 && reach & Reach.Presumed)
    return { severity: 'hint', notes: ['it seems to run while the program starts'] };
  if (onLoop === 0 && reach & Reach.Script)
    return { severity: 'hint', notes: ['part of a command that is run from a shell'] };
  if (onLoop === 0 && reach & Reach.Tool)
    return { severity: 'hint', notes: ['part of a command or a build, it seems'] };
  if (reach & STARTING && (reach & (Reach.Handler | Reach.Listener | Reach.Seldom)) === 0)
    return { severity: 'hint', notes: ['start-up runs it; whether others do is not known'] };
  if (witness.blocker.kind === 'jobs' && witness.blocker.inThread === 'one')
    return { severity: 'hint', notes: ['the loop goes on meanwhile'] };
  if (isPageDialog(witness) && !UNASKED.test(role)) return { severity: 'hint', notes: [ANSWERED] };
  if (witness.isFilled) return { severity: 'hint', notes: [`${ONCE}: start-up does it`] };
  if (isPaidOnce(witness) && (witness.cost === 'small' || witness.isOnFailure))
    return { severity: 'hint', notes: [ONCE] };
  if (witness.cost === 'small' && witness.isOnFailure) return { severity: 'hint', notes: [ON_FAILURE] };
  if (witness.cost === 'small' && (reach & ON_LOOP) === Reach.Seldom) return { severity: 'hint', notes: [SELDOM] };
  // Nobody else waits for it.
  if (witness.blocker.kind === 'awaits') return { severity: 'information', notes };
  if (witness.isMemoised) notes.push(ONCE);
  if (onLoop === 0 && reach & Reach.Once) notes.push(FIRST_USE);
  if (witness.isOnFailure) notes.push(ON_FAILURE);
  // What has to be assumed of data is told with the estimate.
  const isEstimated = witness.blocker.kind === 'work';
  if (witness.confidence === 'likely' && !isEstimated) notes.push('not every step is certain');
  if (witness.isKept) notes.push('its result is kept for the next time');
  if (isPublicChain) notes.push('acting on it changes a public API');
  if (notes.length > 0 || witness.cost === 'small') return { severity: 'information', notes };
  if (isEstimated) return { severity: witness.cost === 'large' ? 'warning' : 'information', notes };
  const isLong = witness.cost === 'large' || witness.isInLoop;
  return { severity: reach & Reach.Handler && isLong ? 'error' : 'warning', notes };
}

/**
 * A page has one user, who answers it. A dialog that stops a whole application costs more, and so do many in a row, and those
 * that come unasked, by a timer or a message.
 */
function isPageDialog({ blocker, cost, isInLoop }: Witness): boolean {
  return blocker.kind === 'api' && blocker.api.entry.work === 'dialog' && cost === 'small' && !isInLoop;
}

/** What is loaded or looked up by a runtime that remembers it is paid for by the first call alone. */
function isPaidOnce({ blocker, isMemoised }: Witness): boolean {
  return isMemoised || (blocker.kind === 'api' && blocker.api.entry.once === true);
}
