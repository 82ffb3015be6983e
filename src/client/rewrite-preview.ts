import * as vscode from 'vscode';
import type { RewriteEdit } from '../protocol/advice.ts';
import { toRange } from './places.ts';

/** Shows what a rewrite would change, in the editor's own preview; the user applies it there, or not. */
export async function previewRewrite({ title, files }: RewriteEdit): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const asks: vscode.WorkspaceEditEntryMetadata = { label: title, needsConfirmation: true };
  for (const { uri, isNew, edits } of files) {
    const file = vscode.Uri.parse(uri);
    if (isNew) edit.createFile(file, { ignoreIfExists: false }, asks);
    for (const { range, text } of edits) edit.replace(file, toRange(range), text, asks);
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
