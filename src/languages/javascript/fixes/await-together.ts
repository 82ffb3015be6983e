import type { FileRewrite, PlannedAwaits } from '../../../model/fix.ts';
import { awaitRounds } from './await-rounds.ts';
import { awaitRow } from './await-row.ts';
import { createEditor, editsOf } from './editor.ts';
import { writeImports } from './imports.ts';
import { readSource } from './source.ts';

/** Has awaits that do not need each other wait together; says what it does. Pure. */
export function rewriteAwaits(
  path: string,
  text: string,
  planned: PlannedAwaits,
): FileRewrite & { readonly title: string } {
  const source = readSource(path, text);
  const failure = (message: string): FileRewrite & { readonly title: string } => ({
    edits: [],
    stops: [{ kind: 'not possible', message, file: path }],
    warnings: [],
    title: TITLE,
  });
  if (!source) return failure('the file could not be parsed');
  const editor = createEditor(source);
  const title =
    planned.kind === 'row' ? awaitRow(editor, planned.together) : awaitRounds(editor, planned.together, planned);
  if (editor.stops.length === 0) writeImports(editor, new Map(), []);
  const edits = editor.stops.length > 0 ? [] : editsOf(editor);
  if (!edits) return failure('two changes meet at the same place');
  editor.warnings.add('all are started: when one fails, the others go on, and the first that fails decides the error');
  return { edits, stops: editor.stops, warnings: [...editor.warnings], title: title || TITLE };
}

const TITLE = 'Await together with Promise.all';
