import type { Severity } from '../model/finding.ts';
import { Reach, STARTING } from './reach.ts';
import type { Witness } from './rule.ts';

export interface Judgement {
  readonly severity: Severity;
  /** Why it is not what one would expect. */
  readonly notes: readonly string[];
}

/** Severity follows the cost of waiting and the cost of acting; see docs/architecture.md. */
export function judge(witness: Witness, reach: number, isPublicChain: boolean): Judgement {
  const notes: string[] = [];
  const onLoop = reach & (Reach.Handler | Reach.Listener | Reach.External);
  if (onLoop === 0 && reach & Reach.Presumed)
    return { severity: 'hint', notes: ['it seems to run while the program starts'] };
  if (onLoop === 0 && reach & Reach.Script)
    return { severity: 'hint', notes: ['part of a command that is run from a shell'] };
  if (witness.confidence === 'likely') notes.push('not every step is certain');
  if (witness.isMemoised) notes.push('runs once, its result is kept');
  if (reach & STARTING && (reach & (Reach.Handler | Reach.Listener)) === 0) {
    notes.push('start-up runs it, and callers that are not known');
  }
  if (isPublicChain) notes.push('acting on it changes a public API');
  if (notes.length > 0 || witness.cost === 'small') return { severity: 'information', notes };
  const isLong = witness.cost === 'large' || witness.isInLoop;
  return { severity: reach & Reach.Handler && isLong ? 'error' : 'warning', notes };
}
