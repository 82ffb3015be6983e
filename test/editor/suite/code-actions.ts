import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, ours, show, underlined, until } from './editor.ts';

export function codeActions(): void {
  describe('code actions', () => {
    afterEach(closeAll);

    it('suppress a finding, which is gone then', async () => {
      const { document } = await show('src/routes/books.ts');
      await until(
        () => underlined(document),
        (list) => list.includes('25: coverOf'),
      );
      const { range } = ours(document).find((one) => document.getText(one.range) === 'coverOf')!;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      const suppress = actions.find(({ title }) => /on this line/i.test(title));
      assert.ok(suppress?.edit, actions.map(({ title }) => title).join('\n'));
      await vscode.workspace.applyEdit(suppress.edit);
      assert.match(document.getText(), /loopwise-ignore-(?:next-)?line blocking-io/);
      await until(
        () => underlined(document),
        (list) => list.length > 0 && !list.some((text) => text.endsWith('coverOf')),
      );
    });
  });
}
