import {
  CodeActionKind,
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type CodeAction,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdits, Fix } from '../model/fix.ts';
import type { Range } from '../model/range.ts';
import type { DiagnosticData } from '../protocol/messages.ts';
import type { Context, FileRef } from './context.ts';
import type { OpenDocument } from './documents.ts';
import { editBetween } from './edits.ts';
import type { Folder } from './folder.ts';
import { toLsp } from './ranges.ts';

/** All safe fixes of a file in one step. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.loopwise`;

interface KnownFixes {
  readonly generation: number;
  readonly fixes: Promise<readonly Fix[] | undefined>;
}

/** Editors ask at every move of the cursor; what a fix becomes holds until something is taken in. */
const known = new WeakMap<Folder, Map<string, KnownFixes>>();

/** The ways out of the findings in a range; undefined while they cannot be computed. */
export function fixesAt({ folder, file }: FileRef, range: Range): Promise<readonly Fix[] | undefined> {
  let ofFolder = known.get(folder);
  if (!ofFolder) known.set(folder, (ofFolder = new Map<string, KnownFixes>()));
  const key = `${file}:${range.join(':')}`;
  const before = ofFolder.get(key);
  if (before?.generation === folder.generation) return before.fixes;
  for (const [other, { generation }] of ofFolder) if (generation !== folder.generation) ofFolder.delete(other);
  const fixes = folder.tryOut(({ session }) => session.fixes(file, range));
  ofFolder.set(key, { generation: folder.generation, fixes });
  return fixes;
}

/** The rewrites of the findings in a range of the text that the session knows. */
export async function rewritesAt(
  context: Context,
  ref: FileRef,
  range: Range,
  diagnostics: readonly Diagnostic[],
): Promise<{ readonly fix: Fix; readonly action: CodeAction }[]> {
  const fixes = (await fixesAt(ref, range)) ?? [];
  return fixes.flatMap((fix) => {
    const action = toAction(context, ref, fix, diagnostics);
    return action ? [{ fix, action }] : [];
  });
}

function toAction(
  context: Context,
  { folder }: FileRef,
  fix: Fix,
  given: readonly Diagnostic[],
): CodeAction | undefined {
  const diagnostics = given.filter(({ data }) => (data as Partial<DiagnosticData> | undefined)?.id === fix.finding);
  const kind = fix.kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
  const { disabled, safety, warnings } = fix;
  if (disabled) {
    if (!context.client().showsDisabledActions) return undefined;
    const reason = [disabled.reason, disabled.next].filter((text) => text !== undefined).join(' ');
    return { title: fix.title, kind, diagnostics, disabled: { reason } };
  }
  const edit = workspaceEdit(context, folder, fix.changes, warnings);
  if (!edit) return undefined;
  // Menus cut what is long: the warnings themselves are for the preview.
  const title = safety === 'safe' ? fix.title : `${fix.title}, to be looked at`;
  return { title, kind, diagnostics, edit, ...(fix.isPreferred && { isPreferred: true }) };
}

interface EditedFile {
  readonly uri: string;
  readonly open: OpenDocument | undefined;
  readonly isNew: boolean;
  readonly edits: TextEdit[];
}

/** Undefined when one of the files is open with edits that are not taken in. */
export function editedFiles(
  { documents }: Context,
  folder: Folder,
  changes: readonly FileEdits[],
): readonly EditedFile[] | undefined {
  const files = changes.map(({ file, edits, isNew = false }): EditedFile => {
    const path = folder.pathOf(file);
    return { uri: documents.uriFor(path), open: documents.at(path), isNew, edits: edits.map(toTextEdit) };
  });
  return files.some(({ open }) => open && open.edits?.length !== 0) ? undefined : files;
}

/** Undefined also when the client cannot take such edits. */
function workspaceEdit(
  context: Context,
  folder: Folder,
  changes: readonly FileEdits[],
  warnings: readonly string[] = [],
): WorkspaceEdit | undefined {
  const { takesDocumentChanges, createsFiles, annotatesChanges } = context.client();
  if (changes.some(({ isNew }) => isNew) && !(takesDocumentChanges && createsFiles)) return undefined;
  const files = editedFiles(context, folder, changes);
  if (!files) return undefined;
  if (!takesDocumentChanges) return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
  const isAnnotated = annotatesChanges && warnings.length > 0;
  const noted = (edit: TextEdit): TextEdit | AnnotatedTextEdit =>
    isAnnotated ? { ...edit, annotationId: NOTE } : edit;
  return {
    ...(isAnnotated && { changeAnnotations: { [NOTE]: annotationOf(warnings) } }),
    // All files are there before anything is written: so editors take all of it back in one step.
    documentChanges: [
      ...files
        .filter(({ isNew }) => isNew)
        .map(({ uri }) => ({ kind: 'create' as const, uri, options: { ignoreIfExists: false } })),
      ...files.map(({ uri, open, edits }) => ({
        textDocument: { uri, version: open?.document.version ?? null },
        edits: edits.map(noted),
      })),
    ],
  };
}

const NOTE = 'look';

function annotationOf(warnings: readonly string[]): ChangeAnnotation {
  const label = warnings.length === 1 ? 'Look at this' : `Look at ${warnings.length} things`;
  return { label, description: warnings.join('. '), needsConfirmation: false };
}

function toTextEdit({ at, text }: FileEdits['edits'][number]): TextEdit {
  return { range: toLsp(at), newText: text };
}

/** Everything in a file that can be repaired in it without a look at the result. */
export async function fixAllIn(context: Context, ref: FileRef): Promise<CodeAction | undefined> {
  const { folder, file } = ref;
  const result = await folder.tryOut(({ session }) => session.fixAll({ files: [file], within: [file] }));
  const changes = (result?.changes ?? []).flatMap(({ file: changed, before, after }): FileEdits[] => {
    const edit = editBetween(before ?? '', after);
    return edit ? [{ file: changed, edits: [edit] }] : [];
  });
  const edit = changes.length > 0 ? workspaceEdit(context, folder, changes) : undefined;
  return edit && { title: 'Fix all that Loopwise can fix safely', kind: fixAllKind, edit };
}
