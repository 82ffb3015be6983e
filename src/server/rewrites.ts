import type { Fix } from '../model/fix.ts';
import {
  adviceMethods,
  type RewriteEdit,
  type RewriteParams,
  type RewritesParams,
  type RewritesResult,
  type RewriteView,
} from '../protocol/advice.ts';
import { fileAt, type Context, type FileRef } from './context.ts';
import { activeFindings } from './findings-at.ts';
import { editedFiles, fixesAt } from './fixes.ts';

/** Offers the rewrites of the code actions to a panel, which shows them before they are applied. */
export function serveRewrites(context: Context): void {
  const { connection } = context;
  connection.onRequest(adviceMethods.rewrites, async (params: RewritesParams): Promise<RewritesResult> => {
    const found = await rewritesOf(context, params);
    return { rewrites: found.map(({ fix }) => viewOf(fix)) };
  });
  connection.onRequest(adviceMethods.rewriteEdit, (params: RewriteParams) => editOf(context, params));
}

interface Rewrite {
  readonly ref: FileRef;
  readonly fix: Fix;
}

async function rewritesOf(context: Context, { uri, findings }: RewritesParams): Promise<Rewrite[]> {
  const ref = fileAt(context, uri);
  await ref?.folder.stable();
  if (!ref) return [];
  const found: Rewrite[] = [];
  for (const { finding } of activeFindings(context, ref)) {
    if (!findings.includes(finding.fingerprint)) continue;
    const fixes = (await fixesAt(ref, finding.range)) ?? [];
    found.push(...fixes.filter((fix) => fix.finding === finding.fingerprint).map((fix) => ({ ref, fix })));
  }
  return found;
}

async function editOf(context: Context, params: RewriteParams): Promise<RewriteEdit | null> {
  const rewrites = await rewritesOf(context, params);
  const rewrite = rewrites.find(({ fix }) => idOf(fix) === params.id);
  const files = rewrite && editedFiles(context, rewrite.ref.folder, rewrite.fix.changes);
  if (!files || files.length === 0) return null;
  return {
    title: rewrite.fix.title,
    files: files.map(({ uri, isNew, edits }) => {
      return { uri, isNew, edits: edits.map(({ range, newText }) => ({ range, text: newText })) };
    }),
  };
}

/** No finding has two ways out of one title. */
function idOf({ finding, strategy, title }: Fix): string {
  return [finding, strategy, title].join(' ');
}

function viewOf(fix: Fix): RewriteView {
  const { title, finding, strategy, isPreferred, warnings, disabled } = fix;
  return {
    id: idOf(fix),
    title,
    finding,
    strategy,
    isPreferred,
    cost: costOf(fix),
    warnings,
    ...(disabled && { disabled: [disabled.reason, disabled.next].filter((text) => text !== undefined).join(' ') }),
  };
}

function costOf({ functions, changes, safety }: Fix): string {
  const places = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  const files = changes.filter(({ isNew }) => !isNew).length;
  const added = changes.length - files;
  const parts = [
    `${counted(places, 'edit')} in ${counted(files, 'file')}`,
    functions > 0 ? `${counted(functions, 'function')} changed` : '',
    added > 0 ? counted(added, 'new file') : '',
    safety === 'safe' ? 'the same results' : 'look at the warnings',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
