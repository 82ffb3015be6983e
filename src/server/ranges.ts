import type { Range as LspRange, Position } from 'vscode-languageserver';
import type { Range } from '../model/range.ts';

export function toLsp([line, character, endLine, endCharacter]: Range): LspRange {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

export function fromLsp({ start, end }: LspRange): Range {
  return [start.line, start.character, end.line, end.character];
}

/** Whether the position is in the range or at one of its ends. */
export function holds([line, character, endLine, endCharacter]: Range, position: Position): boolean {
  const isAfterStart = position.line > line || (position.line === line && position.character >= character);
  const isBeforeEnd = position.line < endLine || (position.line === endLine && position.character <= endCharacter);
  return isAfterStart && isBeforeEnd;
}
