import type { TSESTree } from '@typescript-eslint/types';
import type { OffloadLayout, PlannedOperation, ThreadFunction } from '../../../../model/fix.ts';
import { endOffset, type Node, sliceOf, startOffset, unwrap } from '../../ast.ts';
import { awaitExpression } from '../await-call.ts';
import { type Editor, insertAfter, insertBefore, refuse, replace } from '../editor.ts';
import { isUnused } from '../imports.ts';
import { bindingOf } from '../modules.ts';
import { importedName } from '../names.ts';
import { callAt } from '../source.ts';
import type { OffloadContext } from './offload.ts';
import { startedInPage } from './page-worker.ts';
import { checkArguments, checkResult } from './data.ts';
import { moverOf, signalAt } from './given.ts';
import { specifierTo } from './paths.ts';

/** Calls the function on a thread, and waits; returns the place of the wait. */
export function callThread(
  editor: Editor,
  { at }: PlannedOperation,
  { thread, layout }: { readonly thread: ThreadFunction; readonly layout: OffloadLayout },
  { released, sections }: Pick<OffloadContext, 'released' | 'sections'>,
): Node | undefined {
  const { source } = editor;
  const call = callAt(source, at);
  if (call?.type !== 'CallExpression' || call.optional) {
    refuse(editor, 'not found', 'the call could not be found in the source', source.program);
    return undefined;
  }
  checkArguments(editor, call, thread.parameters);
  checkResult(editor, call, thread.result);
  const callee = unwrap(call.callee);
  const base = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  const binding = base.type === 'Identifier' ? bindingOf(source, base) : undefined;
  const count = ((binding && released.get(binding)) ?? 0) + 1;
  if (binding) released.set(binding, count);
  const isKnown = binding !== undefined && !isUnused(source, binding, count);
  const name = thread.worker
    ? startedInPage(
        editor,
        { ...thread.worker, thread: thread.name, type: sliceOf(source.text, callee), isKnown },
        layout,
        sections,
      )
    : thread.file === source.path
      ? thread.name
      : importedName(editor, call, specifierTo(source.path, thread.file, layout), thread.name);
  replace(editor, startOffset(call.callee), endOffset(call.callee), name);
  giveArguments(editor, call, thread, layout);
  awaitExpression(editor, call);
  return call;
}

/** Arrays that nobody uses afterwards need no copy, and a signal can end what nobody waits for. */
function giveArguments(
  editor: Editor,
  call: TSESTree.CallExpression,
  { parameters }: ThreadFunction,
  layout: OffloadLayout,
): void {
  for (const argument of call.arguments) {
    const mover = moverOf(editor, argument, call, layout);
    if (mover === undefined) continue;
    insertBefore(editor, argument, `${mover}(`);
    insertAfter(editor, argument, ')');
  }
  const last = call.arguments.at(-1);
  const signal = last && parameters.length === call.arguments.length ? signalAt(editor, call, layout) : undefined;
  if (last && signal !== undefined) insertAfter(editor, last, `, ${signal}`);
}
