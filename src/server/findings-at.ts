import type { Finding } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { currentPlace, type Context, type FileRef, type Place } from './context.ts';

/** A finding with where it is now. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: Place;
}

/** The findings of a file that no directive suppresses, without those whose place was edited since. */
export function activeFindings(context: Context, { folder, file }: FileRef): PlacedFinding[] {
  return (folder.project?.session.findings(file) ?? []).flatMap((finding) => {
    const place = finding.suppression ? undefined : currentPlace(context, folder, file, finding.range);
    return place ? [{ finding, place }] : [];
  });
}

/** Whether two ranges share a place; ends count. */
export function touches(a: Range, b: Range): boolean {
  const startsAfter = a[0] - b[2] || a[1] - b[3];
  const endsBefore = a[2] - b[0] || a[3] - b[1];
  return startsAfter <= 0 && endsBefore >= 0;
}
