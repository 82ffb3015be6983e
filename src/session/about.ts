import manifest from '../../package.json' with { type: 'json' };
import type { RuleId, Verdict } from '../model/finding.ts';
import { rules } from '../rules/index.ts';

export const { version } = manifest;

/** What is said of a rule beside its findings. */
export interface RuleInfo {
  readonly id: RuleId;
  readonly title: string;
  /** One or two sentences. */
  readonly why: string;
  /** Its page. */
  readonly helpUri: string;
  readonly verdict: Verdict;
}

export function ruleInfos(): RuleInfo[] {
  return rules.map(({ id, verdict, text }) => ({
    id,
    title: text.title,
    why: text.why,
    helpUri: rulePage(id),
    verdict,
  }));
}

/** Address of a rule's page. */
export function rulePage(rule: RuleId): string {
  return `${manifest.homepage.replace(/#.*$/, '')}/blob/main/docs/rules/${rule}.md`;
}
