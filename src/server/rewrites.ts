import type { CancellationToken } from 'vscode-languageserver';
import type { Finding } from '../model/finding.ts';
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
  connection.onRequest(
    adviceMethods.rewrites,
    async (params: RewritesParams, token: CancellationToken): Promise<RewritesResult> => {
      const found = await rewritesOf(context, params, token);
      return { rewrites: found.map(({ fix }) => viewOf(fix)) };
    },
  );
  connection.onRequest(adviceMethods.rewriteEdit, (params: RewriteParams) => editOf(context, params));
}

interface Rewrite {
  readonly ref: FileRef;
  readonly fix: Fix;
}

async function rewritesOf(
  context: Context,
  { uri, findings }: RewritesParams,
  token?: CancellationToken,
): Promise<Rewrite[]> {
  const ref = fileAt(context, uri);
  await ref?.folder.stable();
  const rewrites: Rewrite[] = [];
  for (const found of ref ? findingsOf(context, ref, findings) : []) {
    // Trying a rewrite out holds the session, for which others wait.
    if (token?.isCancellationRequested) break;
    const fixes = (await fixesAt(found.ref, found.finding.range)) ?? [];
    const own = fixes.filter((fix) => fix.finding === found.finding.fingerprint);
    rewrites.push(...own.map((fix) => ({ ref: found.ref, fix })));
  }
  return rewrites;
}

/** Those of the file first; what a helper does is a finding where the event loop comes to it, in another file maybe. */
function findingsOf(context: Context, ref: FileRef, fingerprints: readonly string[]) {
  const wanted = new Set(fingerprints);
  const found: { readonly ref: FileRef; readonly finding: Finding }[] = [];
  const { folder } = ref;
  for (const file of [ref.file, ...(folder.project?.host.files() ?? [])]) {
    if (wanted.size === 0) break;
    const own = { folder, path: folder.pathOf(file), file };
    for (const { finding } of activeFindings(context, own)) {
      if (wanted.delete(finding.fingerprint)) found.push({ ref: own, finding });
    }
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
  const files = changes.filter(({ isNew }) => !isNew);
  const places = files.reduce((sum, { edits }) => sum + edits.length, 0);
  const added = changes.length - files.length;
  const parts = [
    `${counted(places, 'edit')} in ${counted(files.length, 'file')}`,
    functions > 0 ? `${counted(functions, 'function')} changed` : '',
    added > 0 ? counted(added, 'new file') : '',
    safety === 'safe' ? 'the same results' : 'look at the warnings',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
