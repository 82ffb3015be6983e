import { join } from 'node:path';
import * as vscode from 'vscode';

export const extensionId = 'loopwise.loopwise';

/** A file of the folder that is open. */
function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.file(join(folder.uri.fsPath, path));
}

export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)), { preview: false });
}

/** Ours, by what they underline. */
export function underlined(document: vscode.TextDocument): string[] {
  return ours(document)
    .map(({ range }) => `${range.start.line + 1}: ${document.getText(range)}`)
    .sort();
}

export function ours(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'loopwise');
}

/** Waits until something holds that the server has to work for; says how it was when it never did. */
export async function until<T>(look: () => T, holds: (value: T) => boolean, limit = 40_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = look();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`It stayed ${JSON.stringify(value)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Replaces a text of a document that is not saved. */
export async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old);
  if (start < 0) throw new Error(`There is no ${old} in ${document.uri.path}.`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

/** Takes back what was not saved, and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
