import type { Advice, EvidenceKind } from '../model/advice.ts';
import type { Confidence, Verdict } from '../model/finding.ts';
import type { FixStrategy } from '../model/fix.ts';
import type { RangeView, StepView } from './messages.ts';

/** What editors ask about a function, and what the server answers. */
export const adviceMethods = {
  /** `AdviseParams` → `AdviseResult`: what fits the function at a place. Never waits for rewrites. */
  advise: 'loopwise/advise',
  /** `RewritesParams` → `RewritesResult`: the rewrites of some findings, tried out. */
  rewrites: 'loopwise/rewrites',
  /** `RewriteParams` → `RewriteEdit`, or null when the text is another one by now. */
  rewriteEdit: 'loopwise/rewriteEdit',
} as const;

export interface AdviseParams {
  readonly uri: string;
  readonly position: RangeView['start'];
}

/**
 * `reading`: nothing is known yet. `off`: the settings say so. `unknown`: it is no file of the analysis. `edited`: the text
 * there has not been analysed yet, and what was said before may still hold.
 */
type NoAdvice = 'reading' | 'off' | 'unknown' | 'edited';

export type AdviseResult =
  | { readonly advice: AdviceView }
  /** `because` is a sentence on why a file is left out. */
  | { readonly missing: NoAdvice; readonly because?: string };

export interface PlaceView {
  readonly uri: string;
  readonly range: RangeView;
}

export interface EvidenceView extends PlaceView {
  readonly kind: EvidenceKind;
  /** One sentence; code in backticks. */
  readonly text: string;
  readonly confidence: Confidence;
  /** From the function down to the operation. */
  readonly steps: readonly StepView[];
}

/** Another function of the file. */
export interface FunctionView extends PlaceView {
  readonly name: string;
  readonly verdict: Verdict;
  readonly sentence: string;
}

type Plain =
  | 'subject'
  | 'name'
  | 'verdict'
  | 'confidence'
  | 'sentence'
  | 'load'
  | 'now'
  | 'after'
  | 'techniques'
  | 'notHelping'
  | 'whenToLeave'
  | 'explanation';

/** What fits one function or one file, for a panel. Places are those of the text as it is now. */
export interface AdviceView extends PlaceView, Pick<Advice, Plain> {
  /** The file in its folder. */
  readonly path: string;
  /** `request handler (Express)`: what the loop calls. */
  readonly role?: string;
  /** How it comes to run. */
  readonly reached: string;
  readonly evidence: readonly EvidenceView[];
  /** Calls of which nobody knows what they do. */
  readonly unresolved: readonly (PlaceView & { readonly text: string })[];
  readonly functions: readonly FunctionView[];
  /** All of it as Markdown. */
  readonly markdown: string;
}

export interface RewritesParams {
  readonly uri: string;
  /** Fingerprints of findings in that file, or in others that lead to it. */
  readonly findings: readonly string[];
}

/** A rewrite that the code actions offer as well. */
export interface RewriteView {
  /** Holds until something is edited. */
  readonly id: string;
  readonly title: string;
  /** Fingerprint of the finding that it repairs. */
  readonly finding: string;
  readonly strategy: FixStrategy;
  readonly isPreferred: boolean;
  /** `changes 3 functions in 2 files`. */
  readonly cost: string;
  readonly warnings: readonly string[];
  /** Why it cannot be applied, and what to do instead. */
  readonly disabled?: string;
}

export interface RewritesResult {
  readonly rewrites: readonly RewriteView[];
}

export interface RewriteParams extends RewritesParams {
  readonly id: string;
}

/** The edits of a rewrite, by file. */
export interface RewriteEdit {
  readonly title: string;
  readonly files: readonly {
    readonly uri: string;
    readonly isNew: boolean;
    readonly edits: readonly { readonly range: RangeView; readonly text: string }[];
  }[];
}
