import type { TSESTree } from '@typescript-eslint/types';
import type { OffloadLayout } from '../../../../model/fix.ts';
import { endOffset, sliceOf, startOffset } from '../../ast.ts';
import { type Editor, refuse } from '../editor.ts';
import type { ModuleBinding } from '../modules.ts';
import type { FixSource } from '../source.ts';
import { quoted, styleOf } from '../style.ts';
import type { Closure } from './closure.ts';
import { specifierTo } from './paths.ts';
import { exporting, type Form, importing, ownPlace, styled } from './pool-text.ts';

/** What a file for a thread holds. */
export interface WorkerModule {
  readonly file: string;
  /** Declarations, in order, each as it stands there: without `export`. */
  readonly declarations: readonly {
    readonly text: string;
    readonly names: readonly string[];
    readonly isExported: boolean;
  }[];
  readonly closure: Pick<Closure, 'imports' | 'types'>;
  /** The function that is called on the thread, and the name of the one that calls it there. */
  readonly compute: string;
  readonly thread: string;
}

/** The text of a file that computes on a thread, beside the one that it is taken from. */
export function workerText(editor: Editor, module: WorkerModule, layout: OffloadLayout): string {
  const { source } = editor;
  const form = formOf(source, layout);
  const { newline, semicolon } = styleOf(source);
  const usesExport = exporting(form) !== '';
  const last = layout.web ? `serve(${module.compute});` : threadLine(module, form);
  const parts = [
    [
      ...(isStrict(source) ? [`${quoted(source, 'use strict')}${semicolon}`] : []),
      ...importLines(editor, module, form, layout).map((line) => styledLine(line, form)),
    ].join(newline),
    ...module.declarations.map(({ text, isExported }) => (isExported && usesExport ? withExport(text) : text)),
    styledLine(last, form),
  ];
  if (!usesExport) {
    const names = module.declarations.flatMap((one) => (one.isExported ? one.names : []));
    parts.push(styledLine(`module.exports = { ${[...names, module.thread].join(', ')} };`, form));
  }
  return parts.join(newline + newline) + newline;
}

/** The text of a file for a Web Worker that serves a function of another file. */
export function servingText(source: FixSource, file: string, compute: string, layout: OffloadLayout): string {
  const form = formOf(source, layout);
  const lines = [
    importing(form, `{ ${compute} }`, specifierTo(file, source.path, layout)),
    importing(form, '{ serve }', specifierTo(file, layout.pool.file, layout)),
    '',
    `serve(${compute});`,
    '',
  ];
  return styled(lines.join('\n'), form.style);
}

export function formOf(source: FixSource, { format }: OffloadLayout): Form {
  const own = source.isModule ? 'module' : 'commonjs';
  return { isTypeScript: source.isTypeScript, format: format ?? own, style: styleOf(source) };
}

function styledLine(line: string, { style }: Form): string {
  return styled(line, style);
}

/** `export const sumOnThread = onThread<typeof sum>(import.meta.url, 'sum');` */
export function threadLine({ compute, thread }: { compute: string; thread: string }, form: Form): string {
  const type = form.isTypeScript ? `<typeof ${compute}>` : '';
  return `${exporting(form)}const ${thread} = onThread${type}(${ownPlace(form)}, '${compute}');`;
}

function isStrict({ program }: FixSource): boolean {
  return program.body.some((node) => 'directive' in node && node.directive === 'use strict');
}

/** Puts `export` behind the comments before a declaration. */
function withExport(text: string): string {
  const comments = /^(?:\s*(?:\/\/[^\n]*\n|\/\*[^]*?\*\/))*\s*/.exec(text)?.[0] ?? '';
  return `${comments}export ${text.slice(comments.length)}`;
}

function importLines(editor: Editor, { closure, file }: WorkerModule, form: Form, layout: OffloadLayout): string[] {
  const { source } = editor;
  const groups = new Map<string, ModuleBinding[]>();
  for (const binding of closure.imports.keys()) {
    const key = `${binding.specifier}\n${binding.isType}\n${binding.imported === '*' ? binding.local : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), binding]);
  }
  const lines = [...groups.values()].map((group) => importLine(editor, group, form));
  const fromPool = layout.web ? '{ serve }' : '{ onThread }';
  lines.push(importing(form, fromPool, specifierTo(file, layout.pool.file, layout)));
  if (closure.types.size > 0) {
    const names = [...closure.types.keys()].join(', ');
    lines.push(`import type { ${names} } from '${specifierTo(file, source.path, layout)}';`);
  }
  return lines;
}

function importLine(editor: Editor, group: readonly ModuleBinding[], form: Form): string {
  const [first] = group;
  const module = first?.specifier ?? '';
  const whole = group.find(({ imported }) => imported === '*');
  const named = group.filter(({ imported }) => imported !== '*' && imported !== 'default');
  const fallback = group.find(({ imported }) => imported === 'default');
  if (!form.isTypeScript && form.format === 'commonjs') return requireLine(editor, group, whole, named);
  if (whole?.statement.type === 'TSImportEqualsDeclaration') return sliceOf(editor.source.text, whole.statement);
  const keyword = first?.isType ? 'import type' : 'import';
  const list = named.map(({ imported, local }) => (imported === local ? local : `${imported} as ${local}`)).join(', ');
  const parts = [fallback?.local, whole && `* as ${whole.local}`, list && `{ ${list} }`];
  return `${keyword} ${parts.filter(Boolean).join(', ')} from '${module}';`;
}

function requireLine(
  editor: Editor,
  group: readonly ModuleBinding[],
  whole: ModuleBinding | undefined,
  named: readonly ModuleBinding[],
): string {
  if (group.some(({ node }) => node.type === 'VariableDeclarator' && node.init?.type === 'MemberExpression')) {
    refuse(editor, 'module state', 'a member of a module is required on its own', group[0]!.node);
  }
  const module = group[0]?.specifier ?? '';
  if (whole) return `const ${whole.local} = require('${module}');`;
  const list = named.map(({ imported, local }) => (imported === local ? local : `${imported}: ${local}`)).join(', ');
  return `const { ${list} } = require('${module}');`;
}

/** A statement with the comments that belong to it. */
export function withComments({ text, comments }: FixSource, statement: TSESTree.ProgramStatement): [number, number] {
  let start = startOffset(statement);
  for (const { start: from, end } of [...comments].reverse()) {
    const isAdjacent = end <= start && /^[ \t]*\r?\n?[ \t]*$/.test(text.slice(end, start));
    const isAlone = /(?:^|\n)[ \t]*$/.test(text.slice(0, from));
    if (isAdjacent && isAlone && !text.startsWith('#!', from)) start = from;
  }
  return [start, endOffset(statement)];
}
