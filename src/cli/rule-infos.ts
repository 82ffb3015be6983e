import { homepage } from './package-info.ts';
import type { RuleInfo } from '../reporters/types.ts';
import { rules } from '../session/session.ts';

/** What reports say of each rule. */
export function ruleInfos(): RuleInfo[] {
  const base = homepage.replace(/#.*$/, '');
  return rules.map(({ id, verdict, text }) => ({
    id,
    title: text.title,
    why: text.why,
    helpUri: `${base}/blob/main/docs/rules/${id}.md`,
    verdict,
  }));
}
