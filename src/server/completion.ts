import {
  CompletionItemKind,
  type CompletionItem,
  type CompletionParams,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { ruleInfos } from '../session/about.ts';
import type { Context } from './context.ts';
import { directiveIn, directiveNames } from './directive-text.ts';
import { lineAt } from './documents.ts';

/** Completes suppressions and declarations inside comments. */
export function serveCompletion({ connection, documents }: Context): void {
  connection.onCompletion(({ textDocument, position }: CompletionParams): CompletionItem[] => {
    const document = documents.get(textDocument.uri)?.document;
    return document ? itemsAt(lineAt(document, position.line), position, document.languageId === 'python') : [];
  });
}

function itemsAt(line: string, position: Position, isHash: boolean): CompletionItem[] {
  const before = line.slice(0, position.character);
  const directive = directiveIn(line);
  if (directive && position.character > directive.nameEnd) {
    return position.character > directive.rulesEnd ? [] : ruleItems(before, position, directive.rules);
  }
  if (isHash) return hashItems(before, position);
  const name = /(?:\/\/|\/\*|^\s*\*|#)\s*([\w-]*)$/.exec(before)?.[1];
  if (name !== undefined && name !== '' && 'loopwise-ignore'.startsWith(name.slice(0, 15))) {
    return directiveNames.map((label) => ({
      label,
      kind: CompletionItemKind.Keyword,
      detail: 'Loopwise: suppress findings',
      textEdit: { range: backFrom(position, name.length), newText: label },
    }));
  }
  const tag = /^\s*(?:\/\*\*|\*)\s*(@\w*)$/.exec(before)?.[1];
  return tag === undefined ? [] : tagItems(position, tag);
}

/** `# loopwise: ignore[…]`, and tags in docstrings. */
function hashItems(before: string, position: Position): CompletionItem[] {
  const tag = /(?:^|[\s"'])(@\w*)$/.exec(before)?.[1];
  if (tag !== undefined && !/^\s*@/.test(before)) return tagItems(position, tag);
  const typed = /#\s*(loop[\w: -]*)$/.exec(before)?.[1];
  if (typed === undefined) return [];
  return ['loopwise: ignore', 'loopwise: ignore-next-line', 'loopwise: ignore-file'].map((label) => ({
    label,
    kind: CompletionItemKind.Keyword,
    detail: 'Loopwise: suppress findings',
    textEdit: { range: backFrom(position, typed.length), newText: `${label}[]` },
  }));
}

function ruleItems(
  before: string,
  position: Position,
  written: readonly { readonly name: string }[],
): CompletionItem[] {
  const typed = /[\w-]*$/.exec(before)?.[0] ?? '';
  return ruleInfos()
    .filter(({ id }) => id === typed || !written.some(({ name }) => name === id))
    .map(({ id, title, why }) => ({
      label: id,
      kind: CompletionItemKind.EnumMember,
      detail: title,
      documentation: why,
      textEdit: { range: backFrom(position, typed.length), newText: id },
    }));
}

function tagItems(position: Position, typed: string): CompletionItem[] {
  const item = (label: string, detail: string): CompletionItem => ({
    label,
    detail,
    kind: CompletionItemKind.Keyword,
    textEdit: { range: backFrom(position, typed.length), newText: label },
  });
  return [
    item('@blocking', 'Loopwise: a call of this function blocks'),
    item('@nonblocking', 'Loopwise: this function does not block, whatever it calls'),
  ].filter(({ label }) => label.startsWith(typed));
}

function backFrom({ line, character }: Position, length: number): Range {
  return { start: { line, character: character - length }, end: { line, character } };
}
