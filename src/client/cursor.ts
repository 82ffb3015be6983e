import * as vscode from 'vscode';
import type { AdviseParams, PlaceView } from '../protocol/advice.ts';
import { languages } from './languages.ts';
import { toRange } from './places.ts';

/** Where the user is. */
export class Cursor {
  readonly #moved = new vscode.EventEmitter<void>();
  readonly onMoved = this.#moved.event;
  /** Where the panel itself has led: it stays with its function until the user moves on from there. */
  #led: vscode.Location | undefined;
  #isLeading = false;

  listen(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#tell()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#tell();
      }),
    );
  }

  /** Undefined when the file in front is none that is analysed. */
  place(): AdviseParams | undefined {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isOurs(editor.document)) return undefined;
    const { line, character } = editor.selection.active;
    return { uri: editor.document.uri.toString(), position: { line, character } };
  }

  /** Shows a place in an editor, without being followed there. */
  async lead({ uri, range }: PlaceView): Promise<void> {
    this.#led = new vscode.Location(vscode.Uri.parse(uri, true), toRange(range));
    this.#isLeading = true;
    try {
      await vscode.window.showTextDocument(this.#led.uri, { selection: this.#led.range });
    } finally {
      this.#isLeading = false;
    }
  }

  #tell(): void {
    const editor = vscode.window.activeTextEditor;
    if (!editor || this.#isLeading) return;
    const isLed =
      editor.document.uri.toString() === this.#led?.uri.toString() && editor.selection.isEqual(this.#led.range);
    if (isLed) return;
    this.#led = undefined;
    this.#moved.fire();
  }
}

function isOurs({ uri, languageId }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && languages.some((language) => language === languageId);
}
