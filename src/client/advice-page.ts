import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Where the panel's script, styles and icons are; the page may load nothing else. */
export function pageFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

/** The page of the panel: its script fills it. */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), file)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ];
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Loopwise Advice</title>
    <link rel="stylesheet" href="${address('styles.css')}">
  </head>
  <body>
    <div id="panel"></div>
    <script nonce="${nonce}" src="${address('panel.js')}"></script>
  </body>
</html>`;
}
