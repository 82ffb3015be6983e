import { expressionKey, type Expression, type ExpressionVerdict } from '../model/expression.ts';
import type { Host } from '../session/host.ts';

type Analyse = NonNullable<Host['expressions']>;

/** Answers with what is known of expressions, and finds the rest out in the background. */
export interface BackgroundExpressions {
  readonly answer: Analyse;
  /** Resolves when nothing is being found out. */
  readonly idle: () => Promise<void>;
}

/** Nobody who types waits for an expression to be analysed: `onNews` says when more is known. */
export function inBackground(analyse: Analyse, onNews: () => void): BackgroundExpressions {
  const known = new Map<string, ExpressionVerdict>();
  const asked = new Set<string>();
  let work = Promise.resolve();
  const findOut = async (wanted: readonly Expression[]): Promise<void> => {
    for (const [key, verdict] of await analyse(wanted)) known.set(key, verdict);
    onNews();
  };
  return {
    answer(wanted) {
      const missing = wanted.filter((expression) => !asked.has(expressionKey(expression)));
      for (const expression of missing) asked.add(expressionKey(expression));
      if (missing.length > 0) work = work.then(() => findOut(missing));
      const keys = wanted.map(expressionKey);
      return Promise.resolve(new Map(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key)!] as const] : []))));
    },
    idle: () => work,
  };
}
