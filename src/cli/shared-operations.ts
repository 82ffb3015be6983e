import type { Finding } from '../model/finding.ts';
import { severities } from '../model/finding.ts';

/** One helper that blocks is repaired in one place, however many lead to it. */
const MOST = 10;

/**
 * Of the places that lead to one and the same operation through calls, keeps the most serious with the shortest path.
 * What is told of a hundred calls of one helper would hide everything else.
 */
export function fewPlaces(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = operationKey(finding);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(finding);
    else if (key !== undefined) groups.set(key, [finding]);
  }
  const dropped = new Set<Finding>();
  const notes = new Map<Finding, string>();
  for (const group of groups.values()) {
    if (group.length <= MOST) continue;
    const ordered = [...group].sort(compare);
    for (const finding of ordered.slice(MOST)) dropped.add(finding);
    for (const finding of ordered.slice(0, MOST)) notes.set(finding, `${group.length - MOST} more places lead there`);
  }
  return findings
    .filter((finding) => !dropped.has(finding))
    .map((finding) => {
      const note = notes.get(finding);
      return note === undefined ? finding : { ...finding, notes: [...finding.notes, note] };
    });
}

/** Where the path ends, if it is more than the operation itself. */
function operationKey({ rule, path, suppression }: Finding): string | undefined {
  const last = path.at(-1);
  return path.length > 1 && last && !suppression ? `${rule}:${last.file}:${last.at.join(':')}` : undefined;
}

function compare(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.path.length - b.path.length;
}
