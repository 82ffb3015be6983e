import * as vscode from 'vscode';
import { serverCommands, type FindingView } from '../protocol/messages.ts';
import { toRange } from './places.ts';
import { explanation } from './tree-items.ts';

/** What the view passes: a node of the tree, or nothing from the command palette. */
type Target = { readonly finding?: FindingView } | undefined;

/** What can be done with one finding of the view. */
export function registerFindingCommands(): vscode.Disposable[] {
  const onFinding = (id: string, act: (finding: FindingView) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (target: Target) => {
      if (target?.finding) await act(target.finding);
    });
  return [
    onFinding('loopwise.revealFinding', reveal),
    onFinding('loopwise.showQuickFixes', async (finding) => {
      await reveal(finding, false);
      await vscode.commands.executeCommand('editor.action.quickFix');
    }),
    onFinding('loopwise.copyExplanation', (finding) => vscode.env.clipboard.writeText(explanation(finding))),
    onFinding('loopwise.openRulePage', ({ rule }) => vscode.commands.executeCommand(serverCommands.openRule, rule)),
  ];
}

async function reveal({ uri, range }: FindingView, preserveFocus = true): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: toRange(range), preserveFocus });
}
