import type { CodeLens } from 'vscode-languageserver';
import { compareRanges } from '../model/range.ts';
import { serverCommands } from '../protocol/messages.ts';
import { currentPlace, fileAt, type Context, type FileRef } from './context.ts';
import { activeFindings, type PlacedFinding } from './findings-at.ts';
import { toLsp } from './ranges.ts';
import { blocks } from './words.ts';

/** Says above each entry how much in it blocks the loop, for users who want that. */
export function serveCodeLenses(context: Context): void {
  context.connection.onCodeLens(async ({ textDocument }) => {
    const ref = fileAt(context, textDocument.uri);
    await ref?.folder.stable();
    return ref?.folder.settings?.codeLens.enable ? lensesOf(context, ref) : [];
  });
}

function lensesOf(context: Context, ref: FileRef): CodeLens[] {
  const byEntry = new Map<string, PlacedFinding[]>();
  for (const placed of activeFindings(context, ref)) {
    const { entry } = placed.finding;
    if (entry.file !== ref.file || !blocks[placed.finding.rule]) continue;
    const key = entry.at.join(':');
    byEntry.set(key, [...(byEntry.get(key) ?? []), placed]);
  }
  return [...byEntry.values()].flatMap((group) => lensOf(context, ref, group) ?? []);
}

function lensOf(context: Context, { folder, file }: FileRef, group: readonly PlacedFinding[]): CodeLens | undefined {
  const [first] = [...group].sort((a, b) => compareRanges(a.place.at, b.place.at));
  const place = first && currentPlace(context, folder, file, first.finding.entry.at);
  if (!first || !place) return undefined;
  const { role } = first.finding.entry;
  const what = group.length === 1 ? '1 place blocks' : `${group.length} places block`;
  const title = `${role}: ${what} the event loop`;
  const args = [first.place.uri, toLsp(first.place.at)];
  return { range: toLsp(place.at), command: { title, command: serverCommands.showPlace, arguments: args } };
}
