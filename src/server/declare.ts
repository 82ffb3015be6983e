import type { TextEdit } from 'vscode-languageserver';
import type { FileFacts, FunctionFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { indentOf, insertion, linesOf, type Lines } from './text-edits.ts';

export const nonblockingTag = '@nonblocking';

/** The function whose declaration as nonblocking would silence a finding: the one that is called, else the one that it is in. */
export function functionToDeclare(
  { path, entry, file, range }: Finding,
  factsOf: (file: string) => FileFacts | undefined,
): { readonly file: string; readonly fn: FunctionFacts } | undefined {
  const step = path[1];
  const where = step ? { file: step.file, at: step.at, name: step.caller } : { file, at: range, name: entry.name };
  const functions = factsOf(where.file)?.functions.slice(1) ?? [];
  const fn = functions.findLast(({ name, body }) => name === where.name && isInside(where.at, body));
  if (!fn || !/^[\w$.#]+$/.test(fn.name)) return undefined;
  // A comment speaks of the first function that starts on the next line.
  const first = functions.find(({ at }) => at[0] === fn.at[0]);
  return first === fn ? { file: where.file, fn } : undefined;
}

function isInside(at: Range, body: Range): boolean {
  const startsAfter = at[0] - body[0] || at[1] - body[1];
  const endsBefore = body[2] - at[2] || body[3] - at[3];
  return startsAfter >= 0 && endsBefore >= 0;
}

/** Adds the tag to the doc comment above a line, or a doc comment with it. */
export function declareNonblocking(text: string, line: number): TextEdit {
  const lines = linesOf(text);
  const indent = indentOf(lines.at(line));
  const start = docCommentAbove(lines, line);
  if (start === undefined) return insertion(line, 0, `${indent}/** ${nonblockingTag} */${lines.end}`);
  const end = line - 1;
  if (start === end) return onLinesOfItsOwn(lines, end);
  const closing = lines.at(end);
  const isBare = /^\s*\*+\/\s*$/.test(closing);
  if (isBare) return insertion(end, 0, `${indent} * ${nonblockingTag}${lines.end}`);
  const at = closing.lastIndexOf('*/');
  return insertion(end, at, `${lines.end}${indent} * ${nonblockingTag}${lines.end}${indent} `);
}

function onLinesOfItsOwn(lines: Lines, line: number): TextEdit {
  const text = lines.at(line);
  const indent = indentOf(text);
  const said = text.trim().slice(3, -2).trim();
  const body = [...(said === '' ? [] : [` * ${said}`]), ` * ${nonblockingTag}`];
  const newText = ['/**', ...body, ' */'].map((part) => indent + part).join(lines.end);
  return { range: { start: { line, character: 0 }, end: { line, character: text.length } }, newText };
}

/** The line on which a doc comment begins that ends right above. */
function docCommentAbove(lines: Lines, line: number): number | undefined {
  if (
    line === 0 ||
    !lines
      .at(line - 1)
      .trimEnd()
      .endsWith('*/')
  )
    return undefined;
  for (let start = line - 1; start >= 0; start--) {
    const text = lines.at(start);
    if (/^\s*\/\*\*/.test(text)) return start;
    if (text.includes('/*')) return undefined;
  }
  return undefined;
}
