import * as vscode from 'vscode';
import type { Counts } from '../protocol/messages.ts';
import { languages } from './languages.ts';
import type { Server } from './server.ts';

/** How many findings the file in front has; how far the server is while it is not ready. */
export function registerStatusBar(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('loopwise.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Loopwise';
  const update = (): void => show(item, server);
  update();
  return vscode.Disposable.from(item, server.onStatus(update), vscode.window.onDidChangeActiveTextEditor(update));
}

function show(item: vscode.StatusBarItem, { status }: Server): void {
  const document = vscode.window.activeTextEditor?.document;
  const isOurs = document?.uri.scheme === 'file' && languages.some((language) => language === document.languageId);
  if (!isOurs || status.state === 'disabled') {
    item.hide();
    return;
  }
  const counts = status.documents[document.uri.toString()];
  item.backgroundColor = undefined;
  item.command = 'loopwise.findings.focus';
  if (status.state === 'error') {
    item.text = '$(warning) Loopwise';
    item.tooltip = status.message ?? vscode.l10n.t('Something is wrong. The output says what.');
    item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  } else if (status.state === 'ready' && counts === null) {
    item.text = '$(circle-slash) Loopwise';
    item.tooltip = vscode.l10n.t('Loopwise does not analyse this file. Click to see why');
    item.command = 'loopwise.auditFile';
  } else if (status.state === 'ready' && counts) {
    item.text = `$(watch) ${total(counts)}`;
    item.tooltip = tooltip(counts);
  } else {
    const { done, total: files } = status.progress ?? { done: 0, total: 0 };
    item.text = files > 0 ? `$(sync~spin) ${done}/${files}` : '$(sync~spin) Loopwise';
    item.tooltip = vscode.l10n.t('Loopwise reads the workspace');
  }
  item.accessibilityInformation = { label: `Loopwise: ${item.tooltip}` };
  item.show();
}

function total(counts: Counts): number {
  return counts.error + counts.warning + counts.information + counts.hint;
}

function tooltip(counts: Counts): string {
  if (total(counts) === 0) return vscode.l10n.t('Nothing known blocks the event loop in this file');
  const { error, warning, information, hint } = counts;
  const parts = [
    error > 0 ? vscode.l10n.t('{0} errors', error) : '',
    warning > 0 ? vscode.l10n.t('{0} warnings', warning) : '',
    information > 0 ? vscode.l10n.t('{0} information', information) : '',
    hint > 0 ? vscode.l10n.t('{0} hints', hint) : '',
  ];
  return vscode.l10n.t('Blocks the event loop in this file: {0}', parts.filter(Boolean).join(', '));
}
