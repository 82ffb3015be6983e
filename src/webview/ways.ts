import type { Technique } from '../model/advice.ts';
import type { RewriteView } from '../protocol/advice.ts';

/** A technique with the rewrites that carry it out. */
export interface Way {
  readonly technique: Technique;
  readonly rewrites: readonly RewriteView[];
}

/** Puts each rewrite below the first technique that it carries out; the others are left over. */
export function waysOut(
  techniques: readonly Technique[],
  rewrites: readonly RewriteView[],
): { readonly ways: readonly Way[]; readonly others: readonly RewriteView[] } {
  const left = new Set(rewrites);
  const ways = techniques.map((technique): Way => {
    const { findings, fixes } = technique;
    const own = [...left].filter(({ finding, strategy }) => findings.includes(finding) && fixes.includes(strategy));
    for (const rewrite of own) left.delete(rewrite);
    return { technique, rewrites: own };
  });
  return { ways, others: [...left] };
}
