import { isFunctionNode, type Node, part } from '../tree.ts';
import { type Editor, insertAfter, insertBefore, refuse } from './editor.ts';
import { bindingAt, type FixSource, functionAround, parentOf, sliceOf } from './source.ts';
import { isBefore } from '../versions.ts';

/** Puts text around an expression that then is to be awaited: `await wrap(` … `)`. Nothing if no await may stand there. */
export function awaitAround(editor: Editor, node: Node, before = '', after = ''): boolean {
  const { source } = editor;
  if (!canAwait(editor, node)) return false;
  const parens = bindsTighter(source, node);
  insertBefore(editor, node, `${parens ? '(' : ''}await ${before}`);
  if (parens || after !== '') insertAfter(editor, node, `${after}${parens ? ')' : ''}`);
  return true;
}

/** Whether the coroutine of a call is awaited already. */
export function isAwaited(source: FixSource, node: Node): boolean {
  const parent = parentOf(source, node);
  if (parent?.type === 'parenthesized_expression') return isAwaited(source, parent);
  return parent?.type === 'await';
}

/** Whether what is around the expression would take only a part of `await expression`. */
export function bindsTighter(source: FixSource, node: Node): boolean {
  const parent = parentOf(source, node);
  const field = { attribute: 'object', subscript: 'value', call: 'function' }[parent?.type ?? ''];
  return field !== undefined && node.field === field;
}

/** Refuses where no `await` may stand; a list takes the place of a generator whose consumer goes through all of it. */
export function canAwait(editor: Editor, node: Node): boolean {
  const { source } = editor;
  const around = functionAround(source, node);
  if (around.type === 'lambda') {
    refuse(editor, 'lambda', 'await cannot stand in a lambda', node);
    return false;
  }
  const generators: Node[] = [];
  let comprehensions = 0;
  for (
    let inner = node, outer = parentOf(source, node);
    outer && inner !== around;
    inner = outer, outer = parentOf(source, outer)
  ) {
    if (outer === around) break;
    if (outer.type === 'class_definition' && inner.type === 'block') {
      refuse(editor, 'class body', 'await cannot stand in the body of a class', node);
      return false;
    }
    if (!isComprehension(outer) || isFirstSource(outer, inner)) continue;
    comprehensions += 1;
    if (outer.type === 'generator_expression') generators.push(outer);
  }
  if (comprehensions > 1 && isOlder(editor, 11)) {
    refuse(editor, 'nested comprehension', 'await in a comprehension inside another one needs Python 3.11', node);
    return false;
  }
  return generators.every((generator) => makeList(editor, generator));
}

/** Whether the project has to run on a version before 3.`minor`; nothing said is the oldest that is maintained. */
export function isOlder({ about: { oldest = '3.10' } }: Editor, minor: number): boolean {
  return isBefore(oldest, minor);
}

export function isComprehension({ type }: Node): boolean {
  return type.endsWith('_comprehension') || type === 'generator_expression';
}

/** What the first clause goes through is evaluated around the comprehension. */
function isFirstSource(comprehension: Node, inner: Node): boolean {
  return comprehension.children.find(({ field }) => field !== 'body') === inner;
}

const CONSUMERS = new Set('sum list set tuple sorted max min dict frozenset'.split(' '));
const CONSUMING_METHODS = new Set('join extend update'.split(' '));

/** `sum(f(x) for x in xs)` → `sum([await f(x) for x in xs])` */
function makeList(editor: Editor, generator: Node): boolean {
  const { source, changes } = editor;
  const parent = parentOf(source, generator);
  const isOnly = parent?.type === 'call';
  const call = isOnly ? parent : parent?.type === 'argument_list' ? parentOf(source, parent) : undefined;
  const callee = call && part(call, 'function');
  if (!callee || !consumesAll(source, callee)) {
    refuse(
      editor,
      'generator expression',
      'await would make an asynchronous generator of it, which is consumed otherwise',
      generator,
    );
    return false;
  }
  // Several waits may stand in one.
  if (changes.some(({ start, text }) => start === generator.start && /^\(?\[$/.test(text))) return true;
  const { start, end } = generator;
  const brackets = isOnly ? ['([', '])'] : ['[', ']'];
  changes.push({ start, end: start + 1, text: brackets[0]!, side: 0, reach: 0 });
  changes.push({ start: end - 1, end, text: brackets[1]!, side: 0, reach: 0 });
  return true;
}

function consumesAll(source: FixSource, callee: Node): boolean {
  if (callee.type === 'attribute') return CONSUMING_METHODS.has(sliceOf(source, part(callee, 'attribute') ?? callee));
  const name = sliceOf(source, callee);
  return callee.type === 'identifier' && CONSUMERS.has(name) && !bindingAt(source, callee, name);
}

/** Whether an expression waits or yields itself, functions in it apart. */
export function waitsIn(source: FixSource, node: Node): boolean {
  if (node.type === 'await' || node.type === 'yield') return true;
  const isAsync =
    /^(?:for_statement|with_statement|for_in_clause)$/.test(node.type) && sliceOf(source, node).startsWith('async');
  return isAsync || node.children.some((child) => !isFunctionNode(child) && waitsIn(source, child));
}
