import type { FilePlan, FileRewrite, Surroundings } from '../../../model/fix.ts';
import type { FunctionRecord } from '../records.ts';
import { part } from '../tree.ts';
import { auditUses } from './audit-uses.ts';
import { awaitAround, isAwaited } from './await-call.ts';
import { createEditor, type Editor, editsOf, insertAfter, insertBefore, refuse } from './editor.ts';
import { writeImports } from './imports.ts';
import { loopOf } from './loops.ts';
import { makeAsync } from './make-async.ts';
import { nameFor } from './names.ts';
import { replaceOperations } from './operations.ts';
import { callAt, functionAround, nodeAt, parentOf, readSource, sliceOf, statementAround } from './source.ts';
import type { Node } from '../tree.ts';
import { tornState } from './shared-state.ts';

/** Carries one file through a plan: the edits, and what speaks against them. Pure; the grammar must be loaded. */
export function rewriteFile(path: string, text: string, plan: FilePlan, about: Surroundings): FileRewrite {
  const source = readSource(path, text);
  if (!source) return failure(path, 'the file could not be parsed');
  const editor = createEditor(source, about);
  const functions = functionsOf(editor, plan);
  const waits = [...replaceOperations(editor, plan), ...awaitCalls(editor, plan)];
  for (const record of functions) makeAsync(editor, record);
  refuseHandovers(editor, plan);
  auditUses(editor, plan, functions);
  warnOfDroppedCalls(editor, plan);
  for (const name of tornState(source, waits)) {
    editor.warnings.add(`${name} is read before and changed after the wait: others may change it in between`);
  }
  if (editor.stops.length === 0) writeImports(editor);
  const edits = editor.stops.length > 0 ? [] : editsOf(editor);
  if (!edits) return failure(path, 'two changes meet at the same place');
  return { edits, stops: editor.stops, warnings: [...editor.warnings], swap: editor.swap };
}

function failure(file: string, message: string): FileRewrite {
  return { edits: [], stops: [{ kind: 'not possible', message, file }], warnings: [] };
}

/** The functions of the plan; the body of a module is none. */
function functionsOf(editor: Editor, { functions }: FilePlan): FunctionRecord[] {
  const { source } = editor;
  return functions.flatMap(({ key, name }) => {
    if (key === MODULE) return [];
    const record = source.walk.functions.find((one) => one.key === key);
    if (!record) refuse(editor, 'not found', `${name} could not be found in the source`, source.root);
    return record ?? [];
  });
}

const MODULE = '<module>';

function awaitCalls(editor: Editor, { awaits }: FilePlan): Node[] {
  const { source } = editor;
  const waits: Node[] = [];
  for (const { at, callee } of awaits) {
    const call = callAt(source, at);
    if (!call)
      refuse(
        editor,
        'not found',
        `a call of ${callee} could not be found in the source`,
        nodeAt(source, at) ?? source.root,
      );
    else if (functionAround(source, call) === source.root) runLoop(editor, call, callee);
    else if (!isAwaited(source, call) && awaitAround(editor, call)) waits.push(call);
  }
  return waits;
}

/** `main()` under `if __name__ == '__main__'` → `asyncio.run(main())` */
function runLoop(editor: Editor, call: Node, name: string): void {
  const { source } = editor;
  const statement = statementAround(source, call);
  const guard = parentOf(source, parentOf(source, statement) ?? source.root);
  const test = guard?.type === 'if_statement' ? part(guard, 'condition') : undefined;
  if (!test || !/^\(?__name__\s*==\s*(['"])__main__\1\)?$/.test(sliceOf(source, test))) {
    return refuse(editor, 'module body', `${name} is called while the module is loaded, which cannot wait`, call);
  }
  const loop = loopOf(source);
  const run = nameFor(editor, call, loop, 'run');
  if (loop === 'asyncio') {
    insertBefore(editor, call, `${run}(`);
    insertAfter(editor, call, ')');
    return;
  }
  const [callee, list] = [part(call, 'function'), part(call, 'arguments')];
  if (!callee || !list || list.children.some(({ type }) => type === 'keyword_argument' || type.includes('splat'))) {
    return refuse(editor, 'module body', `${name} is called in a way that ${run} does not offer`, call);
  }
  insertBefore(editor, call, `${run}(`);
  editor.changes.push({
    start: list.start,
    end: list.start + 1,
    text: list.children.length > 0 ? ', ' : '',
    side: 0,
    reach: 0,
  });
}

/** Who calls a function later, or in a thread, drops the coroutine that it gets. */
function refuseHandovers(editor: Editor, { handovers, callbacks }: FilePlan): void {
  const { source } = editor;
  for (const { at } of [...handovers, ...callbacks]) {
    const call = callAt(source, at);
    const callee = call && part(call, 'function');
    const text = callee ? sliceOf(source, callee) : 'what it is handed to';
    refuse(
      editor,
      'synchronous callback',
      `${text} calls the function and does not wait for it`,
      call ?? nodeAt(source, at) ?? source.root,
    );
  }
}

/** Callers that hand the coroutine on saw what the function did at once. */
function warnOfDroppedCalls(editor: Editor, { unawaited }: FilePlan): void {
  const { source } = editor;
  for (const at of unawaited) {
    const call = callAt(source, at);
    const callee = call && part(call, 'function');
    if (!callee || parentOf(source, call)?.type !== 'expression_statement') continue;
    editor.warnings.add(
      `${sliceOf(source, callee)} is called without await in ${source.path}:${at[0] + 1}: it would never run`,
    );
  }
}
