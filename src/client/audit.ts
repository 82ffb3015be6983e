import { randomUUID } from 'node:crypto';
import { basename } from 'node:path/posix';
import * as vscode from 'vscode';
import { methods, type AuditParams, type AuditResult, type FileParams } from '../protocol/messages.ts';
import type { Findings } from './findings.ts';
import type { FindingsView } from './findings-view.ts';
import type { Server } from './server.ts';

/** "Audit Workspace" and "Audit This File". Both end in the view. */
export function registerAudit(server: Server, findings: Findings, view: FindingsView): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('loopwise.auditWorkspace', () => auditWorkspace(server, findings)),
    registerCommand('loopwise.auditFile', () => auditFile(server, view)),
  ];
}

async function auditWorkspace(server: Server, findings: Findings): Promise<void> {
  const result = await withProgress(server, vscode.l10n.t('Auditing the workspace'), (workDoneToken, token) => {
    const params: AuditParams = { workDoneToken };
    return server.request<AuditResult>(methods.audit, params, token);
  });
  if (!result) return;
  findings.take(result);
  await vscode.commands.executeCommand('loopwise.findings.focus');
  summarise(result);
}

async function auditFile(server: Server, view: FindingsView): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const params: FileParams = { uri: document.uri.toString() };
  const { findings, folders } = await server.request<AuditResult>(methods.auditFile, params);
  const [skipped] = folders.flatMap((folder) => folder.skipped);
  if (skipped) {
    const name = basename(skipped.path);
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} is not analysed. {1}', name, skipped.reason));
    return;
  }
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  if (open.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing known blocks the event loop in this file.'));
    return;
  }
  view.group('file');
  await vscode.commands.executeCommand('loopwise.findings.focus');
  await view.revealFile(params.uri);
}

/** Runs with a notification that tells how far it is and lets the user stop it; undefined if it was stopped. */
async function withProgress<Result>(
  server: Server,
  title: string,
  work: (workDoneToken: string, token: vscode.CancellationToken) => Promise<Result>,
): Promise<Result | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const id = randomUUID();
    let reached = 0;
    const listener = await server.onProgress(id, ({ message, percentage = reached }) => {
      progress.report({ increment: percentage - reached, ...(message !== undefined && { message }) });
      reached = percentage;
    });
    try {
      return await work(id, token);
    } catch (error) {
      if (token.isCancellationRequested || error instanceof vscode.CancellationError) return undefined;
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The audit failed: {0}', reason));
      return undefined;
    } finally {
      listener.dispose();
    }
  });
}

/** Silence would look like a clean bill. */
function summarise({ folders, findings }: AuditResult): void {
  const files = folders.reduce((sum, { analysedFiles }) => sum + analysedFiles, 0);
  const warnings = folders.flatMap((folder) => folder.warnings);
  if (files === 0) {
    void vscode.window.showWarningMessage(vscode.l10n.t('No file was analysed, so nothing can be said.'));
  } else if (warnings.length > 0) {
    void vscode.window.showWarningMessage(warnings.join(' '));
  } else if (findings.every(({ suppressed }) => suppressed !== undefined)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing known blocks the event loop in {0} files.', files),
    );
  }
}
