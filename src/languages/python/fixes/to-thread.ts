import { type Node, part } from '../tree.ts';
import { bindsTighter, canAwait, waitsIn } from './await-call.ts';
import { type Editor, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { threadCall } from './loops.ts';
import { descendants, type FixSource, indentAt, sliceOf } from './source.ts';

/** `f(a, k=b)` → `await asyncio.to_thread(f, a, k=b)`. Whole: with what is called to get the function, and for the arguments. */
export function callInThread(editor: Editor, call: Node, isWhole: boolean): boolean {
  const { source } = editor;
  const list = part(call, 'arguments');
  const callee = part(call, 'function');
  if (!list || !callee || !canAwait(editor, call)) return false;
  if (isWhole) return wrapInLambda(editor, call);
  const hasKeywords = list.children.some(({ type }) => type === 'keyword_argument' || type === 'dictionary_splat');
  const { open, partial } = threadCall(editor, call, hasKeywords);
  const parens = bindsTighter(source, call);
  const isMultiline = /^\(\s*\n/.test(sliceOf(source, list));
  const margin = isMultiline ? source.newline + indentAt(source, list.children[0]?.start ?? list.end - 1) : '';
  const head = `${parens ? '(' : ''}await ${open}${margin}${partial === undefined ? '' : `${partial}(`}`;
  insertBefore(editor, call, head);
  insertAfter(editor, call, `${partial === undefined ? '' : ')'}${parens ? ')' : ''}`);
  if (list.type === 'generator_expression') {
    insertBefore(editor, list, ', ');
    insertAfter(editor, list, ')');
  } else replace(editor, list.start, list.start + 1, list.children.length === 0 ? '' : isMultiline ? ',' : ', ');
  return true;
}

/** `open(path).read()` → `await asyncio.to_thread(lambda: open(path).read())` */
function wrapInLambda(editor: Editor, call: Node): boolean {
  const { source } = editor;
  if (waitsIn(source, call) || [...descendants(call)].some(({ type }) => type === 'named_expression')) {
    refuse(editor, 'waits inside', 'what moves to a thread must not wait or assign itself', call);
    return false;
  }
  const { open } = threadCall(editor, call, false);
  const parens = bindsTighter(source, call);
  insertBefore(editor, call, `${parens ? '(' : ''}await ${open}lambda: `);
  insertAfter(editor, call, `)${parens ? ')' : ''}`);
  return true;
}

/** The outermost of the calls that begin where a call begins, or have it as an argument, and block themselves. */
export function wholeCall(source: FixSource, call: Node, blocking: ReadonlySet<Node>): Node {
  let outermost = call;
  for (
    let inner: Node = call, outer = source.parents.get(call);
    outer;
    inner = outer, outer = source.parents.get(outer)
  ) {
    if (!/^(?:attribute|call|argument_list|parenthesized_expression|keyword_argument|subscript)$/.test(outer.type))
      break;
    if (outer.type === 'subscript' && part(outer, 'value') !== inner) break;
    if (blocking.has(outer)) outermost = outer;
  }
  return outermost;
}
