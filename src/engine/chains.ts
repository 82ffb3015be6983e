import type { CallFacts } from '../model/facts.ts';
import { compareRanges } from '../model/range.ts';

/** A call that is told of, with how bad it is: less is worse. */
export interface Link {
  readonly rule: number;
  readonly rank: number;
  readonly call: CallFacts | undefined;
}

/** Of calls on each other's results (`db.execute(…).fetchall()`) the worst, and the first of those that are as bad. */
export function worstOfChains<T extends Link>(links: readonly T[]): readonly T[] {
  if (links.length < 2) return links;
  const byText = new Map<string, T[]>();
  for (const link of links) {
    if (!link.call) continue;
    const key = keyOf(link.rule, link.call.text);
    byText.set(key, [...(byText.get(key) ?? []), link]);
  }
  const covered = new Set<T>();
  for (const link of links) {
    for (const inner of innerLinks(link, byText)) covered.add(link.rank < inner.rank ? inner : link);
  }
  return links.filter((link) => !covered.has(link));
}

/** What a call is made on the results of. */
function innerLinks<T extends Link>({ rule, call }: T, byText: ReadonlyMap<string, readonly T[]>): T[] {
  if (!call) return [];
  const found: T[] = [];
  for (let at = call.text.indexOf('('); at > 0; at = call.text.indexOf('(', at + 1)) {
    const before = byText.get(keyOf(rule, call.text.slice(0, at))) ?? [];
    const nearest = before.findLast((other) => other.call && compareRanges(other.call.at, call.at) < 0);
    if (nearest) found.push(nearest);
  }
  return found;
}

function keyOf(rule: number, text: string): string {
  return `${rule} ${text}`;
}
