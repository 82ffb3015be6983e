import type { TextEdit } from 'vscode-languageserver';
import type { CommentPlace } from '../model/comment.ts';
import type { RuleId } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { directiveIn, type WrittenDirective } from './directive-text.ts';
import { indentOf, insertion, linesOf, type Lines } from './text-edits.ts';

/** What stands for the reason until somebody writes it. */
const reason = 'say why';

/** Suppresses a rule on the line where a finding stands: in a comment above, or in the one that is already there. */
export function suppressOnLine(text: string, rule: RuleId, [line, character]: Range, place: CommentPlace): TextEdit {
  const lines = linesOf(text);
  const above = line > 0 ? directiveIn(lines.at(line - 1)) : undefined;
  if (above?.name === 'loopwise-ignore-next-line') return withRule(line - 1, above, rule);
  const same = directiveIn(lines.at(line));
  if (same?.name === 'loopwise-ignore-line') return withRule(line, same, rule);
  const indent = indentOf(lines.at(line));
  const next = `loopwise-ignore-next-line ${rule} -- ${reason}`;
  switch (place.kind) {
    case 'hash':
      return place.isAtEnd
        ? insertion(line, lines.at(line).length, `  # loopwise: ignore[${rule}] ${reason}`)
        : insertion(line, 0, `${indent}# loopwise: ignore-next-line[${rule}] ${reason}${lines.end}`);
    case 'line':
      return insertion(line, 0, `${indent}// ${next}${lines.end}`);
    case 'markup':
      return insertion(line, 0, `${indent}{/* ${next} */}${lines.end}`);
    case 'inside':
      return insertion(line, Math.min(place.character, character), `/* loopwise-ignore-line ${rule} -- ${reason} */ `);
  }
}

/** Suppresses a rule in a whole file, whose comments have the form of those at a place in it. */
export function suppressInFile(text: string, rule: RuleId, { kind }: CommentPlace): TextEdit {
  const lines = linesOf(text);
  const known = fileDirective(lines);
  if (known) return withRule(known.line, known.directive, rule);
  let first = lines.at(0).startsWith('#!') ? 1 : 0;
  if (kind !== 'hash') return insertion(first, 0, `// loopwise-ignore-file ${rule} -- ${reason}${lines.end}`);
  // The comment that names the encoding has to be among the first lines.
  if (/^#.*coding[:=]/.test(lines.at(first))) first += 1;
  return insertion(first, 0, `# loopwise: ignore-file[${rule}] ${reason}${lines.end}`);
}

function withRule(line: number, { rules, nameEnd, isHash }: WrittenDirective, rule: RuleId): TextEdit {
  const last = rules.at(-1);
  if (last) return insertion(line, last.end, `, ${rule}`);
  return insertion(line, nameEnd, isHash ? `[${rule}]` : ` ${rule}`);
}

function fileDirective(lines: Lines): { line: number; directive: WrittenDirective } | undefined {
  for (let line = 0; line < lines.count; line++) {
    const directive = /loopwise(?:-|:\s*)ignore-file/.test(lines.at(line)) ? directiveIn(lines.at(line)) : undefined;
    if (directive?.name === 'loopwise-ignore-file') return { line, directive };
  }
  return undefined;
}

/** Takes a comment out, with its line if there is nothing else on it. */
export function removeComment(text: string, [line, start, endLine, end]: Range): TextEdit {
  const lines = linesOf(text);
  const before = lines.at(line).slice(0, start);
  const after = lines.at(endLine).slice(end);
  const isAlone = /^\s*\{?\s*$/.test(before) && /^\s*\}?\s*$/.test(after);
  if (isAlone && endLine + 1 < lines.count) {
    return { range: { start: { line, character: 0 }, end: { line: endLine + 1, character: 0 } }, newText: '' };
  }
  const gap = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const from = isAlone ? 0 : start - gap;
  return { range: { start: { line, character: from }, end: { line: endLine, character: end } }, newText: '' };
}
