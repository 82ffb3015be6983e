import { posix } from 'node:path';
import type { FileRewrite, PlannedUnthread, UnthreadRewrite } from '../../../../model/fix.ts';
import { createEditor, editsOf, type Editor, refuse } from '../editor.ts';
import { writeImports } from '../imports.ts';
import { importedName } from '../names.ts';
import { callAt, type FixSource, isNameUsed, readSource } from '../source.ts';
import type { Released } from '../twins.ts';
import { callInstead } from './caller.ts';
import { becomeFunction } from './worker-function.ts';

/** Has a file call what a worker thread did for it: the code of the thread only waits, which needs no thread. */
export function rewriteThread(
  file: string,
  text: string,
  { at, worker }: PlannedUnthread,
): UnthreadRewrite | undefined {
  const source = readSource(file, text);
  const other = readSource(worker.file, worker.text);
  if (!source || !other) return undefined;
  const editor = createEditor(source);
  const workerEditor = createEditor(other);
  const released: Released = new Map();
  const name = functionName(worker.file, [source, other]);
  const call = callAt(source, at);
  if (source.isTypeScript || other.isTypeScript)
    refuse(editor, 'declared type', 'the types of what goes to a thread are not known', call ?? source.program);
  else if (call?.type === 'NewExpression') {
    const specifier = posix.relative(posix.dirname(file), worker.file).replace(/^(?!\.)/, './');
    callInstead(editor, call, importedName(editor, call, specifier, name), released);
    becomeFunction(workerEditor, name);
  } else refuse(editor, 'not found', 'the thread is not started here', source.program);
  writeImports(editor, released, []);
  return { name, caller: rewriteOf(editor), worker: rewriteOf(workerEditor) };
}

function rewriteOf(editor: Editor): FileRewrite {
  const { stops, warnings } = editor;
  return { edits: stops.length > 0 ? [] : (editsOf(editor) ?? []), stops, warnings: [...warnings] };
}

/** `fetch-page.worker.js` is what `fetchPage` does. */
function functionName(file: string, sources: readonly FixSource[]): string {
  const stem = posix.basename(file).replace(/\..*$/, '');
  const name = stem.replace(/[^\w$]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/^\W*(?=\d)/, '_');
  const isFree = (one: string): boolean => !sources.some((source) => isNameUsed(source, one));
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${name}Job${count === 2 ? '' : count}`;
    if (isFree(one)) return one;
  }
}
