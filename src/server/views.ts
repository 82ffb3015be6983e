import type { Finding } from '../model/finding.ts';
import type { FindingView } from '../protocol/messages.ts';
import { currentPlace, type Context, type Place } from './context.ts';
import type { Folder } from './folder.ts';
import { toLsp } from './ranges.ts';

/** A finding for lists and trees; undefined when the text at its place has been edited since. */
export function viewOf(context: Context, folder: Folder, finding: Finding): FindingView | undefined {
  const { file, entry, operation, suppression } = finding;
  const place = currentPlace(context, folder, file, finding.range);
  if (!place) return undefined;
  const { name, does, work, cost, instead } = operation;
  return {
    id: finding.fingerprint,
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    verdict: finding.verdict,
    folder: folder.uri,
    path: file,
    ...spot(place),
    message: finding.message,
    entry: {
      name: entry.name,
      role: entry.role,
      ...spot(currentPlace(context, folder, entry.file, entry.at) ?? place),
    },
    operation: { name, does, work, cost, ...(instead !== undefined && { instead }) },
    steps: finding.path.flatMap(({ file: where, at, caller, call }) => {
      const step = currentPlace(context, folder, where, at);
      return step ? [{ ...spot(step), caller, call }] : [];
    }),
    ...(suppression && { suppressed: { reason: suppression.reason } }),
  };
}

function spot({ uri, at }: Place) {
  return { uri, range: toLsp(at) };
}
