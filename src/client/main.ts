import * as vscode from 'vscode';
export function activate(): void { vscode.window.setStatusBarMessage('x'); }
