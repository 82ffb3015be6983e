import type { FilePlan, PlannedOperation } from '../../../model/fix.ts';
import { type Node, part } from '../tree.ts';
import { awaitAround, isAwaited } from './await-call.ts';
import { callElsewhere } from './elsewhere.ts';
import { type Editor, refuse, replace, savepoint } from './editor.ts';
import { loopOf } from './loops.ts';
import { moveToThread, ownerOf } from './move-block.ts';
import { nameFor } from './names.ts';
import { calleeText } from '../text.ts';
import { callAt, type FixSource, nodeAt, rootOf, sliceOf } from './source.ts';
import { replaceProcess } from './subprocess.ts';
import { LAZY } from './lazy.ts';
import { computeInProcess } from './split-job.ts';
import { awaitFuture, callTwin, replaceRequest } from './twins.ts';
import { callInThread, wholeCall } from './to-thread.ts';
import { yieldInLoop } from './yield.ts';

/** Replaces the blocking calls of a plan by what waits; returns where there is a new wait. */
export function replaceOperations(editor: Editor, { operations }: FilePlan): Node[] {
  const { source } = editor;
  const calls = new Map(operations.map((operation) => [operation, callAt(source, operation.at)]));
  const blocking = new Set([...calls.values()].filter((call) => call !== undefined));
  const done = new Set<Node>();
  const waits: Node[] = [];
  for (const [operation, call] of calls) {
    if (operation.shape === 'yield') {
      const loop = yieldInLoop(editor, operation);
      if (loop) waits.push(loop);
      continue;
    }
    const place = call && wholeCall(source, call, blocking);
    if (!place) {
      const node = nodeAt(source, operation.at) ?? source.root;
      const isSplit = operation.shape === 'process' && computeInProcess(editor, operation.at);
      if (operation.isRequired && !isSplit) {
        refuse(editor, 'no function', 'a function of its own could be handed to a process or a thread', node);
      }
      continue;
    }
    if (done.has(place)) continue;
    const undo = savepoint(editor);
    if (replaceOne(editor, operation, call, place)) {
      done.add(place);
      waits.push(place);
    } else if (!operation.isRequired) undo();
  }
  return waits;
}

function replaceOne(editor: Editor, operation: PlannedOperation, call: Node, place: Node): boolean {
  const { source } = editor;
  if (isAwaited(source, call)) return false;
  if (!operation.api.startsWith('python:')) return callElsewhere(editor, operation, call);
  if (operation.api === 'python:time.sleep') return replaceSleep(editor, call);
  if (operation.api.startsWith('python:subprocess.') && replaceProcess(editor, call, operation.api)) return true;
  if (operation.shape === 'same' && callTwin(editor, call, operation.api, operation.target)) return true;
  if (replaceRequest(editor, call, operation.api) || awaitFuture(editor, call, operation.api)) return true;
  const bound = BOUND_TO_THREADS.find(({ names }) => names.test(operation.api));
  if (bound) {
    refuse(editor, 'bound to its thread', bound.why, call);
    return false;
  }
  const isUsedOn = OPENS.test(operation.api) || LAZY.test(operation.api);
  const owner = isUsedOn ? ownerOf(source, call) : undefined;
  if (owner) {
    if (!moveToThread(editor, owner, nameOfBlock(source, call, owner))) return false;
    if (operation.isRequired)
      editor.swap = `run the ${owner.type === 'with_statement' ? 'with block' : 'loop'} in a thread`;
    return true;
  }
  const whole = isUsedOn ? throughResource(source, place) : place;
  if (whole === call && LAZY.test(operation.api)) {
    refuse(editor, 'lazy result', 'it gives its results one by one, when they are asked for', call);
    return false;
  }
  if (!callInThread(editor, whole, whole !== call)) return false;
  const callee = part(call, 'function');
  if (callee && operation.isRequired) editor.swap = `run ${calleeText(source.text, callee)} in a thread`;
  if (!isStateless(operation.api)) {
    const object = sliceOf(source, part(callee ?? call, 'object') ?? call);
    editor.warnings.add(`${object} is used in another thread: nothing else may use it meanwhile`);
  }
  return true;
}

/** `time.sleep(x)` → `await asyncio.sleep(x)` */
function replaceSleep(editor: Editor, call: Node): boolean {
  const { source } = editor;
  const callee = part(call, 'function');
  const [argument, ...others] = part(call, 'arguments')?.children ?? [];
  if (
    !callee ||
    !argument ||
    others.length > 0 ||
    argument.type.includes('splat') ||
    argument.type === 'keyword_argument'
  ) {
    refuse(editor, 'other arguments', 'what it is called with is not a number of seconds', call);
    return false;
  }
  if (!awaitAround(editor, call)) return false;
  editor.swap = `await ${loopOf(source)}.sleep instead of time.sleep`;
  replace(editor, callee.start, callee.end, nameFor(editor, call, loopOf(source), 'sleep'));
  editor.released.push(rootOf(callee));
  return true;
}

/** APIs whose result blocks, too, when it is used. */
const OPENS =
  /^python:(?:(?:builtins|io|codecs|gzip|bz2|lzma|tarfile)\.open|os\.fdopen|pathlib\.Path\(\)\.open|urllib\.request\.urlopen)$/;

/** `read_file`, by what is opened and how. */
function nameOfBlock(source: FixSource, call: Node, owner: Node): string {
  const mode = part(call, 'arguments')?.children.find((argument) =>
    /^(?:mode\s*=\s*)?[rbuf]*(['"])[rwaxbt+]{1,3}\1$/.test(sliceOf(source, argument)),
  );
  const writes = mode !== undefined && /[wax]/.test(sliceOf(source, mode).replace(/^mode/, ''));
  if (/\burlopen\(/.test(sliceOf(source, call))) return 'read_response';
  if (/\b(?:as_completed|map)\(/.test(sliceOf(source, call))) return 'go_through_results';
  const verb = writes ? 'write' : owner.type === 'for_statement' ? 'go_through' : 'read';
  return owner.type === 'for_statement' && !/\bopen\(/.test(sliceOf(source, call)) ? `${verb}_files` : `${verb}_file`;
}

/** `json.load(open(path))` and `open(path).read()`: all that is done with what is opened, in the same expression. */
function throughResource(source: FixSource, call: Node): Node {
  let whole = call;
  for (let outer = source.parents.get(call); outer; outer = source.parents.get(outer)) {
    if (outer.type === 'call') whole = outer;
    else if (!/^(?:attribute|argument_list|parenthesized_expression|keyword_argument)$/.test(outer.type)) break;
  }
  return whole;
}

/** Functions of modules, and what is made for the call: nobody else can be at it. */
function isStateless(api: string): boolean {
  return !api.includes('()') || /^python:pathlib\.Path\(\)\.\w+$/.test(api);
}

/** What must be used in the thread that made it. */
const BOUND_TO_THREADS: readonly { readonly names: RegExp; readonly why: string }[] = [
  {
    names: /^python:sqlite3\.connect\b/,
    why: 'a connection of sqlite3 refuses to be used in another thread than the one that opened it',
  },
  {
    names: /^python:(?:playwright\.sync_api|tkinter|gevent|greenlet)\b/,
    why: 'it must be used in the thread that made it',
  },
  {
    names: /^python:threading\.(?:RLock|Condition|local)\(\)/,
    why: 'the thread that takes the lock must be the one that gives it back',
  },
  {
    names: /^python:(?:asyncio|signal)\./,
    why: 'it belongs to the thread of the loop',
  },
];
