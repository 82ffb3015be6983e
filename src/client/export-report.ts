import * as vscode from 'vscode';
import {
  exportFormats,
  methods,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
} from '../protocol/messages.ts';
import type { Server } from './server.ts';

const titles: Readonly<Record<ExportFormat, string>> = {
  html: 'HTML',
  sarif: 'SARIF',
  markdown: 'Markdown',
  json: 'JSON',
};
const extensions: Readonly<Record<ExportFormat, string>> = {
  html: 'html',
  sarif: 'sarif',
  markdown: 'md',
  json: 'json',
};

/** "Export Audit Report…" */
export function registerExport(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('loopwise.exportReport', async () => {
    try {
      await exportReport(server);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The report could not be written: {0}', reason));
    }
  });
}

async function exportReport(server: Server): Promise<void> {
  const format = await chooseFormat();
  const folder = format && (await chooseFolder());
  if (!format || !folder) return;
  const params: ExportParams = { format, folder: folder.uri.toString() };
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Writing the report') };
  const { reports } = await vscode.window.withProgress(options, () =>
    server.request<ExportResult>(methods.exportReport, params),
  );
  const [report] = reports;
  if (!report) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder.uri, report.fileName),
    filters: { [titles[format]]: [extensions[format]] },
    title: vscode.l10n.t('Export Audit Report'),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(report.text));
  await offerToOpen(target, format);
}

async function chooseFormat(): Promise<ExportFormat | undefined> {
  const details: Readonly<Record<ExportFormat, string>> = {
    html: vscode.l10n.t('A page to read and to send'),
    sarif: vscode.l10n.t('For code scanning and other tools'),
    markdown: vscode.l10n.t('For a pull request or a wiki'),
    json: vscode.l10n.t('For programs of your own'),
  };
  const items = exportFormats.map((format) => ({ label: titles[format], description: details[format], format }));
  const choice = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Format of the report') });
  return choice?.format;
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0];
}

async function offerToOpen(target: vscode.Uri, format: ExportFormat): Promise<void> {
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('The report is in {0}.', vscode.workspace.asRelativePath(target));
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  if (format === 'html') await vscode.env.openExternal(target);
  else if (format === 'markdown') await vscode.commands.executeCommand('markdown.showPreview', target);
  else await vscode.window.showTextDocument(target);
}
