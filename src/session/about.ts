import manifest from '../../package.json' with { type: 'json' };
import type { RuleId } from '../model/finding.ts';
import type { RuleInfo } from '../model/report.ts';
import { rules } from '../rules/index.ts';

export const { version } = manifest;

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
