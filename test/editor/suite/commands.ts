import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, show, underlined, until } from './editor.ts';

export function commands(): void {
  describe('commands', () => {
    afterEach(closeAll);

    it('audit the workspace and this file without an error', async () => {
      await show('src/routes/members.ts');
      await vscode.commands.executeCommand('loopwise.auditWorkspace');
      await vscode.commands.executeCommand('loopwise.auditFile');
    });

    it('restart the server, which then answers as before', async () => {
      const { document } = await show('src/routes/members.ts');
      const before = await until(
        () => underlined(document),
        (list) => list.length > 1,
      );
      await vscode.commands.executeCommand('loopwise.restartServer');
      assert.deepEqual(
        await until(
          () => underlined(document),
          (list) => list.length === before.length,
        ),
        before,
      );
    });
  });
}
