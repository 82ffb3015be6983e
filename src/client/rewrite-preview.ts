import * as vscode from 'vscode';
import type { RewriteEdit } from '../protocol/advice.ts';
import { toRange } from './places.ts';

/** Shows what a rewrite would change, in the editor's own preview; the user applies it there, or not. */
export async function previewRewrite({ files }: RewriteEdit): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  // All files are there before anything is written: so all of it is taken back in one step.
  for (const { uri } of files.filter(({ isNew }) => isNew)) {
    edit.createFile(vscode.Uri.parse(uri), { ignoreIfExists: false });
  }
  for (const { uri, edits } of files) {
    for (const { range, text } of edits) edit.replace(vscode.Uri.parse(uri), toRange(range), text);
  }
  askFirst(edit, files);
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

/**
 * The editor shows a preview if one of the edits needs to be confirmed, and leaves those unticked: so one is added that
 * changes nothing, and all the others are ready to be applied.
 */
function askFirst(edit: vscode.WorkspaceEdit, files: RewriteEdit['files']): void {
  const { uri, edits } = files.findLast(({ isNew }) => !isNew) ?? {};
  const last = edits?.at(-1)?.range;
  if (uri === undefined || !last) return;
  const label = vscode.l10n.t('Look through the changes, then press Apply');
  edit.insert(vscode.Uri.parse(uri), toRange(last).end, '', { label, needsConfirmation: true });
}
