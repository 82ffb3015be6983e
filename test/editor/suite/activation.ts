import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extensionId } from './editor.ts';

export function activation(): void {
  describe('activation', () => {
    it('waits for a file of ours, and does not keep the extension host', async () => {
      const extension = vscode.extensions.getExtension(extensionId);
      assert.ok(extension);
      assert.equal(extension.isActive, false);
      const started = performance.now();
      await extension.activate();
      const milliseconds = performance.now() - started;
      const target = process.env['LOOPWISE_ACTIVATION'];
      if (target !== undefined) writeFileSync(target, milliseconds.toFixed(1));
      // The goal is 100 ms on a machine of one's own; the benchmark has the figure.
      assert.ok(milliseconds < 1500, `${milliseconds} ms`);
    });

    it('brings every command that the manifest names', async () => {
      const known = new Set(await vscode.commands.getCommands(true));
      const { contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON as {
        contributes: { commands: { command: string }[] };
      };
      assert.deepEqual(
        contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
        [],
      );
    });
  });
}
