import * as vscode from 'vscode';
import type { RangeView } from '../protocol/messages.ts';

export function toRange({ start, end }: RangeView): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
