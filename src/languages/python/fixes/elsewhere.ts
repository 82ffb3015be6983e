import type { PlannedOperation } from '../../../model/fix.ts';
import { lookUp } from '../scopes.ts';
import { calleeText } from '../text.ts';
import { isFunctionNode, type Node, part, unwrap } from '../tree.ts';
import { argumentsOf } from './arguments.ts';
import { bindsTighter, canAwait } from './await-call.ts';
import { type Editor, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { LAZY } from './lazy.ts';
import { loopOf } from './loops.ts';
import { freeName, nameFor } from './names.ts';
import { bindingAt, descendants, type FixSource, indentUnit, ownNodes, rootOf, scopeAt, sliceOf } from './source.ts';
import { callInThread } from './to-thread.ts';

/** Runs a call of a synchronous function in a thread or a process. */
export function callElsewhere(editor: Editor, { shape }: PlannedOperation, call: Node): boolean {
  const { source } = editor;
  const callee = part(call, 'function');
  if (!callee) return false;
  const text = calleeText(source.text, callee);
  if (shape === 'thread') {
    if (!callInThread(editor, call, false)) return false;
    editor.swap = `Run ${text} in a thread`;
    editor.warnings.add(`${text} runs beside the loop: what it shares with other code must bear that`);
    return true;
  }
  if (!callInProcess(editor, call, callee)) return false;
  editor.swap = `Run ${text} in another process`;
  editor.warnings.add(
    'arguments and results are copied, and what the function changes of its module stays in the process',
  );
  return true;
}

/** `f(a, k=b)` → `await asyncio.get_running_loop().run_in_executor(process_pool(), partial(f, a, k=b))` */
function callInProcess(editor: Editor, call: Node, callee: Node): boolean {
  const { source } = editor;
  const { isOpen, named, placed } = argumentsOf(source, call);
  const loop = loopOf(source);
  if (LAZY.test(`python:${sliceOf(source, callee)}`)) {
    refuse(editor, 'lazy result', 'it gives its results one by one, when they are asked for', call);
    return false;
  }
  if (loop === 'trio') {
    refuse(editor, 'no process pool', 'trio has no pool of processes of its own', call);
    return false;
  }
  if (
    !canAwait(editor, call) ||
    !isPicklable(editor, callee, [...placed, ...named.values()]) ||
    !isGuarded(editor, call)
  )
    return false;
  const parens = bindsTighter(source, call);
  const partial = isOpen || named.size > 0 ? `${nameFor(editor, call, 'functools', 'partial')}(` : '';
  const open =
    loop === 'anyio' ? `${nameFor(editor, call, 'anyio', 'to_process.run_sync')}(` : executorCall(editor, call);
  insertBefore(editor, call, `${parens ? '(' : ''}await ${open}${partial}`);
  insertAfter(editor, call, `${partial === '' ? '' : ')'}${parens ? ')' : ''}`);
  const list = part(call, 'arguments');
  if (list)
    replace(
      editor,
      list.start,
      list.start + 1,
      list.children.length === 0 ? '' : /^\(\s*\n/.test(sliceOf(source, list)) ? ',' : ', ',
    );
  return true;
}

function executorCall(editor: Editor, call: Node): string {
  return `${nameFor(editor, call, 'asyncio', 'get_running_loop')}().run_in_executor(${poolOf(editor, call)}, `;
}

/** The pool that the file has, or one that is written below its imports. */
export function poolOf(editor: Editor, call: Node): string {
  const { source } = editor;
  for (const statement of source.root.children) {
    const assignment = statement.type === 'expression_statement' ? statement.children[0] : undefined;
    const [left, right] =
      assignment?.type === 'assignment' ? [part(assignment, 'left'), part(assignment, 'right')] : [];
    if (left?.type === 'identifier' && right && /^(?:[\w.]+\.)?ProcessPoolExecutor\(/.test(sliceOf(source, right)))
      return sliceOf(source, left);
  }
  const known = source.walk.functions.find(
    ({ node, params, owner }) =>
      !owner &&
      params.length === 0 &&
      node.type === 'function_definition' &&
      /:\s*(?:"""[^"]*"""\s*)?return (?:[\w.]+\.)?ProcessPoolExecutor\(\)$/.test(sliceOf(source, node)),
  );
  if (known) return `${known.name}()`;
  const asked = [...editor.helpers].find(([, text]) => text.includes('ProcessPoolExecutor'));
  if (asked) return `${asked[0]}()`;
  const name = freeName(editor, 'process_pool');
  const executor = nameFor(editor, call, 'concurrent.futures', 'ProcessPoolExecutor', 'from');
  const cache = nameFor(editor, call, 'functools', 'lru_cache', 'from');
  const body = [
    `@${cache}(maxsize=None)`,
    `def ${name}() -> ${executor}:`,
    `${indentUnit(source)}"""The processes that compute beside the event loop; they start with the first task."""`,
    `${indentUnit(source)}return ${executor}()`,
  ];
  editor.helpers.set(name, body.join(source.newline));
  return `${name}()`;
}

/** Types of values that no other process can have. */
const BOUND = /^(?:open|lambda|threading\.\w+|socket\.\w+|asyncio\.\w+|multiprocessing\.\w*Lock)\b/;

/** Only functions of modules can be found by another process, and only data can be sent to it. */
export function isPicklable(editor: Editor, callee: Node, values: readonly Node[]): boolean {
  const { source } = editor;
  const binding = bindingAt(source, callee, sliceOf(source, rootOf(callee)));
  const isBuiltIn = !binding && callee.type === 'identifier';
  const isModules =
    binding?.scope.kind === 'module' &&
    binding.writes.every(({ kind }) => kind === 'import' || (kind === 'function' && callee.type === 'identifier'));
  if (!isBuiltIn && !isModules) {
    refuse(
      editor,
      'not picklable',
      `${sliceOf(source, callee)} is no function of a module, which another process could find`,
      callee,
    );
    return false;
  }
  const bad = values.flatMap((value) => [...descendants(value)]).find((node) => isBound(source, node));
  if (bad)
    refuse(
      editor,
      'not picklable',
      `${sliceOf(source, bad).split('\n')[0] ?? ''} cannot be sent to another process`,
      bad,
    );
  return !bad;
}

function isBound(source: FixSource, node: Node): boolean {
  if (isFunctionNode(node) || node.type === 'generator_expression') return true;
  if (node.type !== 'identifier' || node.field === 'attribute' || node.field === 'name') return false;
  const name = sliceOf(source, node);
  if (name === 'self' || name === 'cls') return source.parents.get(node)?.type !== 'attribute';
  const writes = lookUp(scopeAt(source, node), name)?.writes ?? [];
  return writes.some((write) => {
    if (write.kind === 'function') return write.fn.parent?.index !== 0;
    return write.kind === 'expression' && BOUND.test(sliceOf(source, unwrap(write.node)));
  });
}

/** Where processes are started afresh, they load the main module: it must not start the program again. */
export function isGuarded(editor: Editor, call: Node): boolean {
  const { source } = editor;
  const starts = source.root.children.find(
    (statement) =>
      statement.type === 'expression_statement' &&
      [...ownNodes(statement)].some(
        (node) =>
          node.type === 'call' &&
          /^(?:\w+\.)?run(?:_until_complete)?$/.test(sliceOf(source, part(node, 'function') ?? node)),
      ),
  );
  if (starts)
    refuse(
      editor,
      'no main guard',
      'the module starts the loop when it is loaded, which each process would do again',
      call,
    );
  return !starts;
}
