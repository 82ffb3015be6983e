import type { Advice } from '../model/advice.ts';
import type { Finding } from '../model/finding.ts';
import type { WorkProfile } from '../model/work-profile.ts';
import { evidenceOf } from './evidence.ts';
import { explain } from './explain.ts';
import { judge } from './judge.ts';
import { reasonsToLeave, uselessFor } from './limits.ts';
import { loadOf } from './load.ts';
import { reachedSentence, verdictSentence } from './sentences.ts';
import { techniquesFor } from './techniques.ts';
import { wordsOf } from './words.ts';

/** Findings that a function has to do with. */
export interface FindingsOf {
  /** They stand in it. */
  readonly own: readonly Finding[];
  /** Their witness paths lead through it. */
  readonly through: readonly Finding[];
}

/**
 * What fits a function: from what it does, and from what the rules found in it or on ways through it.
 * It knows nothing of a language but its words.
 */
export function advise(profile: WorkProfile, { own, through }: FindingsOf): Advice {
  const words = wordsOf(profile.language);
  const judgement = judge(profile, own, words);
  const { language, name, file, at, reached, unresolved } = profile;
  const { verdict, confidence } = judgement;
  const load = loadOf(profile, judgement);
  return {
    subject: 'function',
    language,
    name,
    file,
    at,
    verdict,
    confidence,
    sentence: verdictSentence(profile, judgement, words),
    evidence: evidenceOf(profile, judgement, words),
    reached: { ...reached, sentence: reachedSentence(profile) },
    ...load,
    techniques: techniquesFor(profile, judgement, [...own, ...through], words),
    notHelping: uselessFor(profile, judgement, load.load, words),
    whenToLeave: reasonsToLeave(profile, judgement),
    unresolved,
    explanation: explain(profile, verdict),
    functions: [],
  };
}
