import { readFile } from 'node:fs/promises';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Context } from './context.ts';

export function insertion(line: number, character: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line, character } }, newText };
}

/** The lines of a text, without their ends, and the end that it uses. */
export interface Lines {
  readonly at: (line: number) => string;
  readonly count: number;
  readonly end: string;
}

export function linesOf(text: string): Lines {
  const lines = text.split(/\r\n|\r|\n/);
  return { at: (line) => lines[line] ?? '', count: lines.length, end: text.includes('\r\n') ? '\r\n' : '\n' };
}

export function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** What a file holds now: in the editor, else on disk. */
export async function textOf({ documents }: Context, path: string): Promise<string | undefined> {
  const open = documents.at(path);
  if (open) return open.document.getText();
  return readFile(path, 'utf8').catch(() => undefined);
}

/** Edits of a file as the client takes them. */
export function editOf({ documents, client }: Context, path: string, edits: readonly TextEdit[]): WorkspaceEdit {
  const uri = documents.uriFor(path);
  if (!client().takesDocumentChanges) return { changes: { [uri]: [...edits] } };
  const version = documents.at(path)?.document.version ?? null;
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
