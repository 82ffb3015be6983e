import type { FileRewrite, PlannedJob, Surroundings } from '../../../model/fix.ts';
import { type Node, part } from '../tree.ts';
import { isAwaited, isOlder } from './await-call.ts';
import { argumentsOf } from './arguments.ts';
import { createEditor, type Editor, editsOf, insertAfter, refuse, replace } from './editor.ts';
import { isGuarded, isPicklable, poolOf } from './elsewhere.ts';
import { writeImports } from './imports.ts';
import { nameFor } from './names.ts';
import { callAt, type FixSource, parentOf, readSource, rootOf, sliceOf } from './source.ts';

type Titled = FileRewrite & { readonly title: string };

/** Hands a job to a process instead of a thread, or to a thread instead of a process. Pure; the grammar must be loaded. */
export function rewriteJob(path: string, text: string, { at, to }: PlannedJob, about: Surroundings): Titled {
  const title = `Run it in a ${to}`;
  const source = readSource(path, text);
  const failure = (message: string): Titled => ({
    edits: [],
    stops: [{ kind: 'not possible', message, file: path }],
    warnings: [],
    title,
  });
  const call = source && callAt(source, at);
  const callee = call && part(call, 'function');
  if (!source || !call || !callee) return failure('the call could not be found in the source');
  const editor = createEditor(source, about);
  const job = moveJob(editor, call, callee, to);
  if (editor.stops.length === 0) writeImports(editor);
  const edits = editor.stops.length > 0 ? [] : editsOf(editor);
  if (!edits) return failure('two changes meet at the same place');
  const moved = job === undefined ? title : `Run ${job} in a ${to}`;
  return { edits, stops: editor.stops, warnings: [...editor.warnings], title: moved };
}

/** Returns the text of what runs elsewhere. */
function moveJob(editor: Editor, call: Node, callee: Node, to: PlannedJob['to']): string | undefined {
  const { source } = editor;
  const method = /(?:^|\.)(run_in_executor|to_thread|to_thread\.run_sync|to_process\.run_sync)$/.exec(
    sliceOf(source, callee),
  )?.[1];
  const { placed, isOpen } = argumentsOf(source, call);
  const job = placed[method === 'run_in_executor' ? 1 : 0];
  if (!method || !job || isOpen) {
    refuse(editor, 'other form', `${sliceOf(source, callee)} is called in a way that is not rewritten`, call);
    return undefined;
  }
  const isMoved = to === 'process' ? toProcess(editor, call, method, job) : toThread(editor, call, method, job);
  return isMoved ? sliceOf(source, innermost(source, job)) : undefined;
}

/** The function of `partial(f, …)`. */
function innermost(source: FixSource, job: Node): Node {
  return partialOf(source, job)?.placed[0] ?? job;
}

function partialOf(source: FixSource, job: Node): ReturnType<typeof argumentsOf> | undefined {
  const maker = job.type === 'call' ? part(job, 'function') : undefined;
  return maker && /^(?:functools\.)?partial$/.test(sliceOf(source, maker)) ? argumentsOf(source, job) : undefined;
}

function toProcess(editor: Editor, call: Node, method: string, job: Node): boolean {
  const { source } = editor;
  const { placed, named } = argumentsOf(source, call);
  const bound = partialOf(source, job);
  const fn = innermost(source, job);
  if (fn.type !== 'identifier' && fn.type !== 'attribute') {
    refuse(editor, 'not picklable', 'only a function of a module can be found by another process', job);
    return false;
  }
  const given = [...placed, ...named.values(), ...(bound?.placed ?? []), ...(bound?.named.values() ?? [])];
  const values = given.filter((value) => value !== job && value !== fn && value !== placed[executorIndex(method)]);
  if (isTask(source, call)) {
    refuse(editor, 'no coroutine', 'a task is made of a coroutine, which a process does not give', call);
    return false;
  }
  if (!isPicklable(editor, fn, values) || !isGuarded(editor, call)) return false;
  editor.warnings.add(
    'arguments and results are copied, and what the function changes of its module stays in the process',
  );
  if (method === 'to_thread.run_sync') return renameCallee(editor, call, 'anyio', 'to_process.run_sync');
  if (method === 'run_in_executor') {
    const [executor] = placed;
    if (executor) replaceNode(editor, executor, poolOf(editor, call));
    return executor !== undefined;
  }
  const list = part(call, 'arguments');
  if (!list) return false;
  const partial = named.size > 0 ? `${nameFor(editor, call, 'functools', 'partial')}(` : '';
  const running = nameFor(editor, call, 'asyncio', 'get_running_loop');
  replace(editor, call.start, list.start + 1, `${running}().run_in_executor(${poolOf(editor, call)}, ${partial}`);
  if (partial !== '') insertAfter(editor, call, ')');
  return true;
}

function executorIndex(method: string): number {
  return method === 'run_in_executor' ? 0 : -1;
}

/** `create_task(…)` takes a coroutine alone. */
function isTask(source: FixSource, call: Node): boolean {
  const outer = parentOf(source, parentOf(source, call) ?? source.root);
  const maker = outer?.type === 'call' ? part(outer, 'function') : undefined;
  return maker !== undefined && /(?:^|\.)(?:create_task|run)$/.test(sliceOf(source, maker));
}

function toThread(editor: Editor, call: Node, method: string, job: Node): boolean {
  const { source } = editor;
  if (method === 'to_process.run_sync') return renameCallee(editor, call, 'anyio', 'to_thread.run_sync');
  const [executor] = argumentsOf(source, call).placed;
  if (method !== 'run_in_executor' || !executor) {
    refuse(editor, 'other form', 'it is called in a way that is not rewritten', call);
    return false;
  }
  editor.released.push(rootOf(executor));
  // Without `await`, a future starts at once, and a coroutine does not.
  if (isOlder(editor, 9) || !isAwaited(source, call)) replaceNode(editor, executor, 'None');
  else replace(editor, call.start, job.start, `${nameFor(editor, call, 'asyncio', 'to_thread')}(`);
  return true;
}

function renameCallee(editor: Editor, call: Node, module: string, name: string): boolean {
  const callee = part(call, 'function');
  if (!callee) return false;
  replaceNode(editor, callee, nameFor(editor, call, module, name));
  return true;
}

function replaceNode(editor: Editor, { start, end }: Node, text: string): void {
  replace(editor, start, end, text);
}
