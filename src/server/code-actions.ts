import {
  CodeActionKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../model/finding.ts';
import { serverCommands, type DiagnosticData } from '../protocol/messages.ts';
import { commentPlaceIn, docTagIn, prepareSources } from '../session/languages.ts';
import { currentPlace, fileAt, type Context, type FileRef } from './context.ts';
import { declareNonblocking, functionToDeclare, nonblockingTag } from './declare.ts';
import { activeFindings, touches, type PlacedFinding } from './findings-at.ts';
import { fixAllIn, fixAllKind, rewritesAt } from './fixes.ts';
import { fromLsp, toLsp } from './ranges.ts';
import { removeComment, suppressInFile, suppressOnLine } from './suppress.ts';
import { editOf, textOf } from './text-edits.ts';

/** What an action that is not resolved yet is to do. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** Fingerprint of the finding, or text of the directive. */
  readonly id: string;
  readonly line: number;
  readonly what: 'suppress-line' | 'suppress-file' | 'declare' | 'remove-directive';
}

export function serveCodeActions(context: Context): void {
  const { connection } = context;
  connection.onCodeAction((params, token) => actionsFor(context, params, token));
  connection.onCodeActionResolve(async (action) => {
    const edit = isActionData(action.data) ? await editFor(context, action.data) : undefined;
    return { ...action, ...(edit && { edit }) };
  });
}

function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'what' in data && 'uri' in data;
}

async function actionsFor(context: Context, params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
  const ref = fileAt(context, params.textDocument.uri);
  await ref?.folder.stable();
  const document = ref && context.documents.at(ref.path)?.document;
  if (!ref || !document) return [];
  const { only } = params.context;
  const wants = (kind: string): boolean => only?.some((one) => one === '' || isBelow(kind, one)) ?? true;
  const isAsked = (kind: string): boolean => only?.some((one) => isBelow(kind, one)) ?? false;
  const actions = [
    // Only when it is asked for: it tries out every fix of the file.
    ...(isAsked(fixAllKind) ? [await fixAllIn(context, ref)] : []),
    ...(wants(CodeActionKind.QuickFix) ? await quickFixes(context, ref, document.version, params) : []),
  ].filter((action) => action !== undefined);
  if (context.client().resolvesActions || token.isCancellationRequested) return actions;
  return Promise.all(
    actions.map(async (action) => {
      const edit = isActionData(action.data) ? await editFor(context, action.data) : undefined;
      return { ...action, ...(edit && { edit }) };
    }),
  );
}

async function quickFixes(
  context: Context,
  ref: FileRef,
  version: number,
  { textDocument: { uri }, range, context: { diagnostics } }: CodeActionParams,
): Promise<CodeAction[]> {
  const here = fromLsp(range);
  const placed = activeFindings(context, ref).filter(({ place }) => touches(place.at, here));
  const target = { uri, version };
  const actions: CodeAction[] = [];
  for (const one of placed) {
    const rewrites = await rewritesAt(context, ref, one.finding.range, diagnostics);
    const own = rewrites.filter(({ fix }) => fix.finding === one.finding.fingerprint).map(({ action }) => action);
    actions.push(...(own.length > 0 ? own : noRewrite(context, one.finding, diagnostics)));
    actions.push(...actionsOn(ref, one, target, diagnostics));
  }
  return [...actions, ...idleDirectives(context, ref, target, here, diagnostics)];
}

function noRewrite(
  context: Context,
  { operation, fingerprint }: Finding,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  if (!context.client().showsDisabledActions) return [];
  const reason = `Loopwise has no rewrite for it. ${operation.instead ?? ''}`.trim();
  const title = `Rewrite the call of \`${operation.name}\``;
  const its = diagnosticsOf(fingerprint, diagnostics);
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: its, disabled: { reason } }];
}

function diagnosticsOf(id: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ data }) => (data as Partial<DiagnosticData> | undefined)?.id === id);
}

/** `quickfix.a` is below `quickfix`. */
function isBelow(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`);
}

type Target = Pick<ActionData, 'uri' | 'version'>;

function actionsOn(
  { folder }: FileRef,
  { finding, place }: PlacedFinding,
  target: Target,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { rule, fingerprint: id } = finding;
  const its = diagnosticsOf(id, diagnostics);
  const action = (title: string, what: ActionData['what']): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: its,
    data: { ...target, id, line: place.at[0], what } satisfies ActionData,
  });
  const declared = functionToDeclare(finding, (file) => folder.project?.session.facts(file));
  return [
    action(`Suppress ${rule} on this line`, 'suppress-line'),
    action(`Suppress ${rule} in this file`, 'suppress-file'),
    ...(declared ? [action(`Declare \`${declared.fn.name}\` as @nonblocking`, 'declare')] : []),
    {
      title: `Open the page of ${rule}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: its,
      command: { title: `About ${rule}`, command: serverCommands.openRule, arguments: [rule] },
    },
  ];
}

function idleDirectives(
  context: Context,
  { folder, file }: FileRef,
  target: Target,
  here: ReturnType<typeof fromLsp>,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const idle = folder.project?.session.unusedDirectives(file) ?? [];
  return idle.flatMap(({ at, text }) => {
    const place = currentPlace(context, folder, file, at);
    if (!place || !touches(place.at, here)) return [];
    const its = diagnosticsOf(text, diagnostics);
    const data: ActionData = { ...target, id: text, line: place.at[0], what: 'remove-directive' };
    return [{ title: `Remove \`${text}\``, kind: CodeActionKind.QuickFix, diagnostics: its, isPreferred: true, data }];
  });
}

/** The edit of an action; undefined when the document is another one now. */
async function editFor(context: Context, data: ActionData): Promise<WorkspaceEdit | undefined> {
  const ref = fileAt(context, data.uri);
  const document = ref && context.documents.at(ref.path)?.document;
  if (!ref || document?.version !== data.version) return undefined;
  const text = document.getText();
  if (data.what === 'remove-directive') {
    const idle = ref.folder.project?.session.unusedDirectives(ref.file) ?? [];
    const places = idle.flatMap(({ at }) => currentPlace(context, ref.folder, ref.file, at) ?? []);
    const place = places.find(({ at }) => at[0] === data.line);
    return place && editOf(context, ref.path, [removeComment(text, place.at)]);
  }
  const placed = activeFindings(context, ref).find(
    ({ finding, place }) => finding.fingerprint === data.id && place.at[0] === data.line,
  );
  if (!placed) return undefined;
  const { finding, place } = placed;
  if (data.what === 'declare') return declaration(context, ref, finding);
  await prepareSources([ref.file]);
  const comment = commentPlaceIn(ref.file, text, place.at);
  if (data.what === 'suppress-file') return editOf(context, ref.path, [suppressInFile(text, finding.rule, comment)]);
  return editOf(context, ref.path, [suppressOnLine(text, finding.rule, place.at, comment)]);
}

async function declaration(context: Context, ref: FileRef, finding: Finding): Promise<WorkspaceEdit | undefined> {
  const { folder } = ref;
  const target = functionToDeclare(finding, (file) => folder.project?.session.facts(file));
  const path = target && folder.pathOf(target.file);
  const text = path === undefined ? undefined : await textOf(context, path);
  const place = target && currentPlace(context, folder, target.file, target.fn.at);
  if (path === undefined || text === undefined || !place) return undefined;
  await prepareSources([target.file]);
  const edit = docTagIn(target.file, text, place.at, nonblockingTag);
  return editOf(context, path, [
    edit ? { range: toLsp(edit.at), newText: edit.text } : declareNonblocking(text, place.at[0]),
  ]);
}
