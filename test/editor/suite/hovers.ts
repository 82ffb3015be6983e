import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, show, underlined, until } from './editor.ts';

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().lastIndexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

export function hovers(): void {
  describe('hovers', () => {
    afterEach(closeAll);

    it('say what fits and what else there is', async () => {
      const { document } = await show('src/routes/books.ts');
      await until(
        () => underlined(document),
        (list) => list.length > 2,
      );
      const text = await hoverAt(document, 'coverOf(');
      assert.match(text, /Waiting → concurrency/);
      assert.match(text, /readFile/);
      // The diagnostic above it has the path.
      assert.doesNotMatch(text, /storage\.ts/);
    });

    it('say of an API what kind of work it does, where it does not block', async () => {
      const { document } = await show('src/lib/storage.ts');
      const text = await until(
        () => document,
        () => true,
      ).then(async () => hoverAt(document, 'readFileSync('));
      assert.match(text, /readFile/);
    });
  });
}
