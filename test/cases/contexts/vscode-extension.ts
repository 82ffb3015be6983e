import * as vscode from 'vscode';
import { execSync } from 'node:child_process';
import * as fs from 'node:fs';

export function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(
    vscode.commands.registerCommand('demo.blame', () => {
      const out = execSync('git blame'); // expect: blocking-io node:child_process.execSync
      return out.toString();
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      fs.copyFileSync(document.fileName, `${document.fileName}.bak`); // expect: blocking-io node:fs.copyFileSync
    }),
    vscode.languages.registerHoverProvider('json', {
      provideHover(document) {
        return new vscode.Hover(fs.readFileSync(document.fileName, 'utf8')); // expect: blocking-io node:fs.readFileSync
      },
    }),
    vscode.languages.registerCompletionItemProvider('json', new Completions()),
  );
}

class Completions implements vscode.CompletionItemProvider {
  provideCompletionItems() {
    return fs.readdirSync('snippets').map((name) => new vscode.CompletionItem(name)); // expect: blocking-io node:fs.readdirSync
  }
}
