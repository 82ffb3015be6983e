import { TextDocuments, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween, type Edit } from './edits.ts';
import { fromLsp } from './ranges.ts';
import { pathOf, uriOf } from './uris.ts';

/** What is known of an open document beside its text. */
export interface OpenDocument {
  readonly document: TextDocument;
  /** The edits since the text that its facts were extracted from. Undefined: no facts came from this document yet. */
  edits: Edit[] | undefined;
}

/** The documents that the client has open, with their edits: facts of an earlier text stay of use while one types. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  /** By the path of the file: clients write the same URI in different ways. */
  readonly #byPath = new Map<string, OpenDocument>();
  readonly manager: TextDocuments<TextDocument>;

  constructor() {
    this.manager = new TextDocuments({
      create: (uri, languageId, version, text) => {
        const document = TextDocument.create(uri, languageId, version, text);
        const open: OpenDocument = { document, edits: undefined };
        const path = pathOf(uri);
        this.#open.set(uri, open);
        if (path !== undefined) this.#byPath.set(path, open);
        return document;
      },
      update: (document, changes, version) => {
        const open = this.#open.get(document.uri);
        for (const change of changes) {
          open?.edits?.push(...editsOf(document, change));
          TextDocument.update(document, [change], version);
        }
        return TextDocument.update(document, [], version);
      },
    });
    this.manager.onDidClose(({ document }) => {
      this.#open.delete(document.uri);
      this.#byPath.delete(pathOf(document.uri) ?? '');
    });
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  at(path: string): OpenDocument | undefined {
    return this.#byPath.get(path);
  }

  /** Paths of the open documents that are files. */
  paths(): readonly string[] {
    return [...this.#byPath.keys()];
  }

  /** The URI of a file, as the client writes it if the file is open. */
  uriFor(path: string): string {
    return this.#byPath.get(path)?.document.uri ?? uriOf(path);
  }
}

function editsOf(document: TextDocument, change: TextDocumentContentChangeEvent): Edit[] {
  if ('range' in change) return [{ at: fromLsp(change.range), text: change.text }];
  const edit = editBetween(document.getText(), change.text);
  return edit ? [edit] : [];
}

/** A line without its end. */
export function lineAt(document: TextDocument, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return document.getText(range).replace(/[\r\n]+$/, '');
}
