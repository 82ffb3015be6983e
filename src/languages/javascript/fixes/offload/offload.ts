import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { NewFile, ParameterUse, PlannedOffload, ThreadFunction } from '../../../../model/fix.ts';
import { endOffset, type FunctionNode, isFunctionNode, type Node, startOffset } from '../../ast.ts';
import { walkProgram } from '../../walk.ts';
import { type Editor, insertBefore, refuse, replace } from '../editor.ts';
import type { Released } from '../twins.ts';
import { freeName } from '../names.ts';
import { type FixSource, parentOf } from '../source.ts';
import { styleOf } from '../style.ts';
import { type Closure, closureOf, isInside, isWithin, statementOf } from './closure.ts';
import { resultOf } from './data.ts';
import { specifierTo, workerFile } from './paths.ts';
import { refuseOtherPages } from './page-worker.ts';
import { poolText } from './pool-text.ts';
import { knownThread, offloadInPlace } from './in-place.ts';
import { useOf } from './uses.ts';
import { formOf, servingText, withComments, workerText } from './worker-module.ts';

/** Work that has been moved where a thread finds it. */
export interface Offloaded {
  readonly thread: ThreadFunction;
  readonly created: readonly NewFile[];
  /** The place of the wait, where code was extracted from its function. */
  readonly wait?: Node;
}

/** What the rest of the rewrite goes on with. */
export interface OffloadContext {
  readonly released: Released;
  /** Statements to be put below the imports. */
  readonly sections: string[];
  /** The call that is going to the thread, where it stands in the same file. */
  readonly call?: Place | undefined;
}

/** A part of the text. */
export interface Place {
  readonly range: readonly [number, number];
}

/** Makes a function at the top level of the file one that a thread can run: moved to a file of its own, or where it is. */
export function offloadFunction(
  editor: Editor,
  planned: PlannedOffload & { readonly key: string },
  context: OffloadContext,
): Offloaded | undefined {
  const { source } = editor;
  const fn = walkProgram(source.program, source.text).functions.find(({ key }) => key === planned.key)?.node;
  const name = fn && isFunctionNode(fn) ? nameOf(source, fn) : undefined;
  const statement = fn && statementOf(source, fn);
  if (!fn || !isFunctionNode(fn) || name === undefined || !statement) {
    refuse(editor, 'no declaration', 'the function is not declared at the top level of its file', source.program);
    return undefined;
  }
  refuseOtherFormat(editor, planned);
  const closure = closureOf(editor, [statement], planned.unfit);
  const parameters = fn.params.map((parameter) => useOfParameter(source, parameter));
  const threadOf = (file: string, declaredIn = source.path): ThreadFunction => ({
    file,
    name: `${name}OnThread`,
    worker: { file, compute: name, declaredIn },
    ...common,
  });
  const common = { parameters, result: resultOf(source, fn) };
  if (editor.stops.length > 0) return undefined;
  const known = knownThread(source, name);
  if (known !== undefined) return { thread: { file: source.path, name: known, ...common }, created: [] };
  const { layout } = planned;
  if (planned.worker !== undefined) return { thread: threadOf(planned.worker), created: [] };
  const thread = freeName(editor, `${name}OnThread`);
  const created = layout.pool.isNew ? [{ file: layout.pool.file, text: poolText(layout, formOf(source, layout)) }] : [];
  if (planned.mayLoad && !context.call) {
    if (layout.web) {
      const file = workerFile(source.path, name, layout);
      if (statement.type !== 'ExportNamedDeclaration') insertBefore(editor, statement, 'export ');
      return { thread: threadOf(file), created: [...created, { file, text: servingText(source, file, name, layout) }] };
    }
    offloadInPlace(editor, statement, { compute: name, thread }, layout);
    return { thread: { file: source.path, name: thread, ...common }, created };
  }
  const file = workerFile(source.path, name, layout);
  const moved = move(editor, closure, { name, file, call: context.call }, planned, context);
  const text = workerText(editor, { file, declarations: moved, closure, compute: name, thread }, layout);
  if (layout.web) return { thread: threadOf(file, file), created: [...created, { file, text }] };
  return { thread: { file, name: thread, ...common }, created: [...created, { file, text }] };
}

/** What a package says of its modules must be what the file is. */
export function refuseOtherFormat(editor: Editor, { layout }: PlannedOffload): void {
  const { source } = editor;
  if (layout.web) return refuseOtherPages(editor);
  const { format } = layout;
  if (source.isTypeScript || format === undefined || (format === 'module') === source.isModule) return;
  const message = `package.json says that the file is ${format === 'module' ? 'an ES module' : 'CommonJS'}, its text does not`;
  refuse(editor, 'module format', message, source.program);
}

function nameOf(source: FixSource, fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name;
  const parent = parentOf(source, fn);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}

function useOfParameter(source: FixSource, parameter: TSESTree.Parameter): ParameterUse {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const variables = source.scopes.variables.filter((variable) => isWithin(variable, target));
  const uses = variables.map((variable) => useOf(source, variable, variable.references));
  const refused = uses.find(({ kind }) => kind === 'refused');
  if (refused) return refused;
  const isWhole = target.type === 'Identifier';
  return { kind: isWhole && uses.length > 0 && uses.every(({ kind }) => kind === 'copied') ? 'copied' : 'open' };
}

interface Move {
  /** The function that a thread is to run. */
  readonly name: string;
  readonly file: string;
  readonly call: Place | undefined;
}

export type Declaration = { readonly text: string; readonly names: readonly string[]; readonly isExported: boolean };

/** Takes the statements out of the file, imports from their new place what the rest still uses, and exports what was exported. */
export function move(
  editor: Editor,
  { statements, imports, types }: Closure,
  { name, file, call }: Move,
  { layout }: PlannedOffload,
  { released, sections }: OffloadContext,
): Declaration[] {
  const { source } = editor;
  const specifier = specifierTo(source.path, file, layout);
  const sorted = [...statements].sort((a, b) => startOffset(a) - startOffset(b));
  const isUsedOutside = (variable: Variable): boolean =>
    variable.references.some(
      ({ identifier, init }) =>
        init !== true && !(call && isInside(identifier, call)) && !sorted.some((one) => isInside(identifier, one)),
    );
  const moved = sorted.map((statement): Declaration => {
    const declared = variablesOf(source, statement);
    const names = declared.map((variable) => variable.name);
    const isExported = statement.type === 'ExportNamedDeclaration';
    const outside = declared.filter(isUsedOutside);
    for (const variable of outside) {
      editor.wanted.push({ specifier, imported: variable.name, local: variable.name });
    }
    if (isExported) sections.push(reExport(source, names, specifier, outside.length > 0));
    const text = cut(editor, statement);
    return { text, names, isExported: isExported || outside.length > 0 || names.includes(name) };
  });
  for (const [binding, count] of imports) released.set(binding, (released.get(binding) ?? 0) + count);
  for (const statement of types.values()) {
    if (statement.type !== 'ExportNamedDeclaration') insertBefore(editor, statement, 'export ');
  }
  return moved;
}

function reExport(source: FixSource, names: readonly string[], specifier: string, isImported: boolean): string {
  const { quote, semicolon, pad } = styleOf(source);
  const from = isImported ? '' : ` from ${quote}${specifier}${quote}`;
  return `export {${pad}${names.join(', ')}${pad}}${from}${semicolon}`;
}

/** Variables that a statement at the top level declares. */
function variablesOf({ scopes }: FixSource, statement: Node): Variable[] {
  return scopes.variables.filter(
    (variable) => variable.scope.block.type === 'Program' && isWithin(variable, statement) && variable.defs.length > 0,
  );
}

/** Takes a statement out, with its comments and the empty line behind it; returns its text without `export`. */
function cut(editor: Editor, statement: TSESTree.ProgramStatement): string {
  const { text } = editor.source;
  const [start, end] = withComments(editor.source, statement);
  const isLast = text.slice(end).trim() === '';
  const before = isLast ? (/\s*$/.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
  const after = isLast ? 0 : (/^[ \t]*(?:\r?\n[ \t]*)*(?=\S)/.exec(text.slice(end))?.[0].length ?? 0);
  replace(editor, start - before, end + after, '');
  const declared = statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement;
  return text.slice(start, startOffset(statement)) + text.slice(startOffset(declared), endOffset(statement));
}
