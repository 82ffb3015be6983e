import type { FileRewrite, PlannedAwaits, Surroundings } from '../../../model/fix.ts';
import { awaitRounds } from './await-rounds.ts';
import { awaitRow } from './await-row.ts';
import { createEditor, editsOf } from './editor.ts';
import { writeImports } from './imports.ts';
import { nodeAt, readSource } from './source.ts';

type Titled = FileRewrite & { readonly title: string };

/** Has awaits that do not need each other wait together; says what it does. Pure; the grammar must be loaded. */
export function rewriteAwaits(path: string, text: string, planned: PlannedAwaits, about: Surroundings): Titled {
  const source = readSource(path, text);
  const failure = (message: string): Titled => ({
    edits: [],
    stops: [{ kind: 'not possible', message, file: path }],
    warnings: [],
    title: TITLE,
  });
  if (!source) return failure('the file could not be parsed');
  const editor = createEditor(source, about);
  const awaits = planned.together.flatMap((at) => nodeAt(source, at) ?? []);
  const title = planned.kind === 'row' ? awaitRow(editor, awaits) : awaitRounds(editor, awaits, planned.isBounded);
  if (title !== undefined && editor.stops.length === 0) writeImports(editor);
  const edits = editor.stops.length > 0 ? [] : editsOf(editor);
  if (!edits) return failure('two changes meet at the same place');
  return { edits, stops: editor.stops, warnings: [...editor.warnings], title: title ?? TITLE };
}

const TITLE = 'Await together';
