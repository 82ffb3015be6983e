import { traits as javascript } from '../languages/javascript/traits.ts';
import { traits as python } from '../languages/python/traits.ts';
import type { LanguageTraits } from '../model/traits.ts';

const traits: ReadonlyMap<string, LanguageTraits> = new Map([
  ['javascript', javascript],
  ['python', python],
]);

/** What there is to know of a language beside the facts of a file. */
export function traitsOf(language: string): LanguageTraits {
  return traits.get(language) ?? javascript;
}
