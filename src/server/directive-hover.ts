import type { Hover, Position } from 'vscode-languageserver';
import { ruleInfos } from '../session/about.ts';
import type { Context, FileRef } from './context.ts';
import { knownPlace } from './context.ts';
import { directiveIn, isRule, type DirectiveName } from './directive-text.ts';
import { lineAt } from './documents.ts';
import type { Markup } from './markup.ts';

const scopes: Readonly<Record<DirectiveName, string>> = {
  'loopwise-ignore-next-line': 'on the next line',
  'loopwise-ignore-line': 'on this line',
  'loopwise-ignore-file': 'in this file',
};

const tags: readonly (readonly [RegExp, string])[] = [
  [/@nonblocking\b/, 'Loopwise takes it that the function does not block, whatever it calls.'],
  [/@blocking\b/, 'Loopwise takes it that a call of the function blocks.'],
];

/** What a suppression or a declaration in a comment does. */
export function directiveHover(context: Context, ref: FileRef, position: Position, markup: Markup): Hover | undefined {
  const document = context.documents.at(ref.path)?.document;
  const line = document && lineAt(document, position.line);
  if (line === undefined) return undefined;
  const { character } = position;
  const directive = directiveIn(line);
  const at = (start: number, end: number) => ({
    start: { line: position.line, character: start },
    end: { line: position.line, character: end },
  });
  const isIn = (start: number, end: number): boolean => character >= start && character <= end;
  const rule = directive?.rules.find(({ start, end }) => isIn(start, end));
  if (rule) return { contents: markup.content(ruleText(rule.name, markup)), range: at(rule.start, rule.end) };
  if (directive && isIn(directive.start, directive.nameEnd)) {
    const what = directive.rules.length === 0 ? 'all findings' : `findings of ${list(directive.rules, markup)}`;
    const found = suppressedAt(context, ref, position);
    return {
      contents: markup.content(
        markup.lines(`Suppresses ${what} ${scopes[directive.name]}.`, ...found.map((text) => `Now: ${text}`)),
      ),
      range: at(directive.start, directive.nameEnd),
    };
  }
  for (const [pattern, text] of /^\s*(?:\/\*|\*|"""|''')/.test(line) ? tags : []) {
    const match = pattern.exec(line);
    const end = match ? match.index + match[0].length : 0;
    if (match && isIn(match.index, end)) return { contents: markup.content(text), range: at(match.index, end) };
  }
  return undefined;
}

function ruleText(name: string, markup: Markup): string {
  const info = isRule(name) ? ruleInfos().find(({ id }) => id === name) : undefined;
  if (!info) return `There is no rule ${markup.code(name)}.`;
  return markup.lines(`${markup.bold(info.title)}.`, info.why, markup.link(`About ${info.id}`, info.helpUri));
}

function list(rules: readonly { readonly name: string }[], markup: Markup): string {
  return rules.map(({ name }) => markup.code(name)).join(', ');
}

function suppressedAt(context: Context, ref: FileRef, position: Position): string[] {
  const known = knownPlace(context, ref, position);
  const findings = ref.folder.project?.session.findings(ref.file) ?? [];
  return findings.filter(({ suppression }) => suppression?.at[0] === known?.line).map(({ message }) => message);
}
