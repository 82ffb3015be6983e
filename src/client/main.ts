import * as vscode from 'vscode';
import { registerAdvicePanel } from './advice-panel.ts';
import { registerAudit } from './audit.ts';
import { registerExport } from './export-report.ts';
import { registerFindingCommands } from './finding-commands.ts';
import { Findings } from './findings.ts';
import { registerFindingsView } from './findings-view.ts';
import { Server } from './server.ts';
import { registerStatusBar } from './status-bar.ts';

let server: Server | undefined;

/** Called by the editor with the first file of our languages, or with the first command or view of ours. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Loopwise', { log: true });
  server = new Server(context, output);
  const findings = new Findings(server);
  const view = registerFindingsView(context, findings, server);
  registerAdvicePanel(context, server);
  context.subscriptions.push(
    output,
    registerStatusBar(server),
    ...registerAudit(server, findings, view),
    ...registerFindingCommands(),
    registerExport(server),
    vscode.commands.registerCommand('loopwise.restartServer', () => server?.restart()),
    vscode.commands.registerCommand('loopwise.showOutput', () => output.show()),
  );
  // The editor waits until this function returns, and nobody waits for the server.
  setImmediate(() => void server?.start());
}

/** Called when the window closes or the extension is turned off. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
