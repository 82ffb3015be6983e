import type {
  FilePlan,
  FileRewrite,
  PlannedFunction,
  PlannedMaker,
  PlannedOffload,
  PlannedOperation,
  Surroundings,
} from '../../../model/fix.ts';
import type { Range } from '../../../model/range.ts';
import { type FunctionNode, isFunctionNode, type Node, sliceOf } from '../ast.ts';
import { walkProgram } from '../walk.ts';
import { auditUses } from './audit-uses.ts';
import { callCopy, reexportCopies, writeCopy } from './async-copy.ts';
import { awaitExpression, isAwaited } from './await-call.ts';
import { waitForParameters } from './called-parameters.ts';
import { mayRunTogether, waitForCallbacks } from './callbacks.ts';
import { moveDefaults } from './default-values.ts';
import { createEditor, type Editor, editsOf, refuse, savepoint } from './editor.ts';
import { handOverErrors } from './hand-over-errors.ts';
import { writeImports } from './imports.ts';
import { makeAsync } from './make-async.ts';
import { callThread } from './offload/call-thread.ts';
import { offloadCode } from './offload/code.ts';
import { type Offloaded, offloadFunction } from './offload/offload.ts';
import { checkListeners } from './listeners.ts';
import { tornState, waitsByFunction } from './shared-state.ts';
import { tornFiles } from './torn-files.ts';
import { type Call, callAt, childrenOf, parentOf, readSource } from './source.ts';
import { replaceSleep } from './sleep.ts';
import { type Released, replaceByTwin } from './twins.ts';
import { auditUnknownReceivers } from './unknown-receivers.ts';
import { yieldInLoop } from './yield.ts';

/** Carries one file through a plan: the edits, and what speaks against them. Pure; the text is what the plan was made for. */
export function rewriteFile(path: string, text: string, plan: FilePlan, { mayBePage }: Surroundings): FileRewrite {
  const source = readSource(path, text);
  if (!source) return failure(path, 'the file could not be parsed');
  const editor = createEditor(source, mayBePage);
  const functions = functionsOf(editor, plan.functions);
  const inlined = new Set<FunctionNode>();
  const copied = new Set(
    plan.functions.flatMap(({ key, copy }) => (copy === undefined ? [] : (functions.get(key) ?? []))),
  );
  const imports: ImportChanges = { released: new Map(), sections: [], copied };
  const offloaded = plan.offload && offload(editor, plan, plan.offload, imports);
  const thread = plan.offload && offloaded ? { thread: offloaded.thread, layout: plan.offload.layout } : plan.thread;
  const waits = [
    ...awaitCalls(editor, plan),
    ...(offloaded?.wait ? [offloaded.wait] : replaceOperations(editor, plan.operations, imports, thread)),
  ];
  if (editor.stops.length === 0) writeImports(editor, imports.released, imports.sections);
  for (const planned of plan.callbacks) {
    const fn = functions.get(planned.key);
    if (waitForCallbacks(editor, planned, fn) === 'inlined' && fn) inlined.add(fn);
  }
  for (const { key, name, calledBy = '' } of plan.functions) {
    const fn = functions.get(key);
    if (fn && !inlined.has(fn) && mayRunTogether(editor, fn, calledBy)) makeAsync(editor, fn, name, copied.has(fn));
  }
  for (const { key, errors } of plan.functions) {
    const fn = functions.get(key);
    if (fn && errors) handOverErrors(editor, fn, errors);
  }
  for (const { key } of plan.handovers) if (key !== undefined) requireNoResult(editor, functions.get(key));
  auditUses(
    editor,
    plan,
    [...functions.values()].filter((fn) => !copied.has(fn)),
    makersOf(editor, plan.makers ?? [], functions),
  );
  auditUnknownReceivers(editor, plan.members ?? []);
  const dropped = warnOfDroppedPromises(editor, plan);
  checkState(editor, waits);
  moveDefaults(editor);
  for (const { key, name, copy } of plan.functions) {
    const fn = functions.get(key);
    if (fn && copy !== undefined) writeCopy(editor, fn, name, copy);
  }
  reexportCopies(editor, plan.reexports ?? []);
  const edits = editor.stops.length > 0 ? [] : editsOf(editor);
  if (!edits) return failure(path, 'two changes meet at the same place');
  const { created = [], thread: moved } = offloaded ?? {};
  return {
    edits,
    stops: editor.stops,
    warnings: [...editor.warnings],
    dropped,
    created,
    ...(moved && { thread: moved }),
  };
}

/** What the file no longer uses of others, and statements that belong below its imports. */
interface ImportChanges {
  readonly released: Released;
  readonly sections: string[];
  /** Functions that stay beside their copies, and go on to use what they import. */
  readonly copied: ReadonlySet<Node>;
}

function offload(
  editor: Editor,
  { operations }: FilePlan,
  { key, ...planned }: PlannedOffload,
  imports: ImportChanges,
): Offloaded | undefined {
  const operation = operations.find(({ shape }) => shape === 'thread');
  const call = operation && callAt(editor.source, operation.at);
  if (key === undefined) return offloadCode(editor, planned, imports);
  return offloadFunction(editor, { key, ...planned }, { ...imports, call });
}

function failure(file: string, message: string): FileRewrite {
  return { edits: [], stops: [{ kind: 'not possible', message, file }], warnings: [] };
}

/** The functions of the plan by their key; a module's body must be one that can wait. */
function functionsOf(editor: Editor, planned: readonly PlannedFunction[]): Map<string, FunctionNode> {
  const { source } = editor;
  const found = new Map<string, FunctionNode>();
  if (planned.length === 0) return found;
  const { functions } = walkProgram(source.program, source.text);
  for (const { key, name } of planned) {
    const node = functions.find((record) => record.key === key)?.node;
    if (node?.type === 'Program') {
      if (!source.isModule)
        refuse(editor, 'CommonJS top level', 'the top level of a CommonJS module cannot wait', node);
    } else if (node && isFunctionNode(node)) found.set(key, node);
    else refuse(editor, 'not found', `${name} could not be found in the source`, source.program);
  }
  return found;
}

/** Functions that are made and returned by others, and by which. */
function makersOf(
  { source: { program, text } }: Editor,
  makers: readonly PlannedMaker[],
  functions: ReadonlyMap<string, FunctionNode>,
): Map<FunctionNode, FunctionNode> {
  const found = new Map<FunctionNode, FunctionNode>();
  const records = makers.length === 0 ? [] : walkProgram(program, text).functions;
  for (const { key, result } of makers) {
    const node = records.find((record) => record.key === key)?.node;
    const made = functions.get(result);
    if (made && node && isFunctionNode(node)) found.set(made, node);
  }
  return found;
}

/** What is handed to an unknown callee must not give it a value to use at once. */
function requireNoResult(editor: Editor, fn: FunctionNode | undefined): void {
  const { source } = editor;
  const hasValue = (node: Node): boolean => {
    if (node !== fn && isFunctionNode(node)) return false;
    if (node.type === 'ReturnStatement' && node.argument) return true;
    return childrenOf(node).some(hasValue);
  };
  if (fn?.body.type === 'BlockStatement' && !hasValue(fn)) return;
  refuse(
    editor,
    'unknown callee',
    'what it is handed to is not known, and may use what it returns',
    fn ?? source.program,
  );
}

function replaceOperations(
  editor: Editor,
  operations: readonly PlannedOperation[],
  { released, sections, copied }: ImportChanges,
  thread: FilePlan['thread'],
): Node[] {
  const waits: Node[] = [];
  for (const operation of operations) {
    if (operation.shape === 'yield') {
      const loop = yieldInLoop(editor, operation);
      if (loop) waits.push(loop);
      continue;
    }
    if (operation.shape === 'thread') {
      const place = thread && callThread(editor, operation, thread, { released, sections });
      if (place) waits.push(place);
      continue;
    }
    if (operation.shape === 'spin' || operation.api === 'global.Atomics.wait') {
      const undo = savepoint(editor);
      const place = replaceSleep(editor, operation);
      if (place) waits.push(place);
      else if (!operation.isRequired) undo();
      continue;
    }
    const call = callAt(editor.source, operation.at);
    const undo = savepoint(editor);
    const before = new Map(released);
    const count = sections.length;
    const isCopied = call && [...copied].some((fn) => call.range[0] >= fn.range[0] && call.range[1] <= fn.range[1]);
    if (replaceByTwin(editor, operation, isCopied ? (new Map() as Released) : released, sections)) {
      if (call) waits.push(call);
    } else if (!operation.isRequired) {
      undo();
      released.clear();
      for (const [binding, uses] of before) released.set(binding, uses);
      sections.length = count;
    }
  }
  return waits;
}

function awaitCalls(editor: Editor, { awaits, callbacks }: FilePlan): Node[] {
  const { source } = editor;
  const waits: Node[] = [];
  const callsOf = (planned: readonly { readonly at: Range }[]): Call[] =>
    planned.flatMap(({ at }) => callAt(source, at) ?? []);
  waitForParameters(editor, callsOf(awaits), callsOf(callbacks));
  for (const { at, callee, copy } of awaits) {
    const call = callAt(source, at);
    if (!call) refuse(editor, 'not found', `a call of ${callee} could not be found in the source`, source.program);
    else if (!isAwaited(source, call) && !isPartOfPromiseAll(editor, call)) {
      awaitExpression(editor, call);
      waits.push(call);
    }
    if (call && copy !== undefined) callCopy(editor, call, copy);
  }
  return waits;
}

/** `Promise.all([f(), g()])` waits for its elements itself. */
function isPartOfPromiseAll({ source }: Editor, call: Node): boolean {
  const list = parentOf(source, call);
  return list?.type === 'ArrayExpression' && isAwaited(source, list);
}

/** Callers that drop the promise saw what the function did at once. */
function warnOfDroppedPromises(editor: Editor, { unawaited }: FilePlan): number[] {
  const { source } = editor;
  const lines: number[] = [];
  for (const at of unawaited) {
    const call = callAt(source, at);
    if (!call || parentOf(source, call)?.type !== 'ExpressionStatement') continue;
    const line = at[0] + 1;
    lines.push(line);
    const callee = sliceOf(source.text, call.callee);
    editor.warnings.add(
      `${callee} is called without await in ${source.path}:${line}: what it does at once now comes later`,
    );
  }
  return lines;
}

function checkState(editor: Editor, waits: readonly Node[]): void {
  const { source } = editor;
  const byFunction = waitsByFunction(source, waits);
  for (const [fn, offsets] of byFunction) {
    const names = new Set(offsets.flatMap((offset) => tornState(source, fn, offset)));
    for (const name of names)
      editor.warnings.add(`${name} is read before and changed after the wait: others may change it in between`);
    for (const path of tornFiles(source, fn, offsets))
      editor.warnings.add(`what is at ${path} is looked at and then changed: others may change it in between`);
  }
  checkListeners(editor, byFunction);
}
