import type { ApiCall } from '../engine/apis-at.ts';
import type { Cost, RuleId, Verdict } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { rules } from '../rules/index.ts';

/** What there is to say of a catalog API where it is called. */
export interface ApiUse {
  /** Canonical name. */
  readonly name: string;
  readonly rule: RuleId;
  readonly verdict: Verdict;
  readonly work: string;
  /** Verb phrase: `reads a whole file`. */
  readonly does: string;
  /** `none`: with these arguments it does not block. */
  readonly cost: Cost | 'none';
  readonly at: Range;
  /** Canonical name of the asynchronous twin. */
  readonly twin?: string;
  readonly instead?: string;
  readonly url?: string;
}

export function toApiUse({ api: { name, entry }, cost, at, text, techniques }: ApiCall): ApiUse {
  const rule = rules.find(({ id }) => id === entry.rule);
  const instead = rule?.text.instead(entry, text, techniques);
  const { work, does, url, replace } = entry;
  return {
    name,
    rule: entry.rule,
    verdict: rule?.verdict ?? 'neither',
    work,
    does,
    cost,
    at,
    ...(replace.target !== undefined && { twin: replace.target }),
    ...(instead !== undefined && { instead }),
    ...(url !== undefined && { url }),
  };
}
