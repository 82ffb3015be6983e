import { readFileSync } from 'node:fs';
import type { FileFacts } from '../model/facts.ts';
import { extractSource } from '../session/languages.ts';
import { extractText, type ExtractSettings } from '../workspace/extract-file.ts';
import type { OpenDocument } from './documents.ts';
import { editBetween, type Edit } from './edits.ts';

export interface DocumentState {
  /** The name of the file in the session, and its absolute path. */
  readonly file: string;
  readonly path: string;
  readonly open: OpenDocument;
  /** What the session knows of the file so far. */
  readonly last: FileFacts | undefined;
  readonly settings: ExtractSettings;
}

/** The facts of an open document; while its syntax is broken, those of its last text that was not. */
export function factsOfDocument({ file, path, open, last, settings }: DocumentState): FileFacts {
  const text = open.document.getText();
  const facts = extractText(file, text, settings, extractSource);
  if (facts.problem?.kind !== 'syntax' || !last || last.problem) {
    open.edits = [];
    return facts;
  }
  open.edits ??= editsSince(path, text);
  return last;
}

/** What makes the text on disk this one. */
function editsSince(path: string, text: string): Edit[] {
  try {
    const edit = editBetween(readFileSync(path, 'utf8'), text);
    return edit ? [edit] : [];
  } catch {
    return [];
  }
}
