import type { TSESTree } from '@typescript-eslint/types';
import type { PlannedCallback } from '../../../model/fix.ts';
import { endOffset, type FunctionNode, type Node, sliceOf, startOffset, unwrap } from '../ast.ts';
import { awaitExpression, isInPromiseAll, isParenthesised } from './await-call.ts';
import { type Editor, insert, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { inlineForEach } from './for-each.ts';
import { itemNames, loopOverItems, namedCallback, type NamedCallback } from './for-each-named.ts';
import { chainReduce } from './reduce.ts';
import { sharedWrites } from './shared-state.ts';
import { wrapExecutor } from './executor.ts';
import { callAt, childrenOf, functionAround, isOptional, parentOf } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** What is left to do with the callback itself. */
export type CallbackForm = 'async' | 'inlined' | 'refused';

/** Gives a call that runs a callback before it returns the form that waits for the callback's promises. */
export function waitForCallbacks(editor: Editor, planned: PlannedCallback, fn: FunctionNode | undefined): CallbackForm {
  const { source } = editor;
  const call = callAt(source, planned.at);
  if (!call) return 'refused';
  const { method } = planned;
  if (method === 'Promise.try') return 'async';
  if (method === 'Promise' && fn) return wrapExecutor(editor, call, fn) ? 'inlined' : 'refused';
  if (call.type === 'NewExpression' || call.callee.type !== 'MemberExpression') return refuseCall(editor, call, method);
  if (method !== undefined && /^(?:map|Array\.from)$/.test(method) && isInPromiseAll(source, call)) {
    editor.warnings.add(`the callbacks of ${method} run at the same time`);
    return 'async';
  }
  const isDropped =
    /^(?:map|filter|flatMap)$/.test(method ?? '') && parentOf(source, call)?.type === 'ExpressionStatement';
  const named = namedCallback(source, call.arguments[method === 'Array.from' ? 1 : 0], fn, planned.parameters);
  if (method === 'forEach' || isDropped) {
    if (named) return loopOverItems(editor, call, named) ? 'async' : 'refused';
    return inlineForEach(editor, call, fn) ? 'inlined' : 'refused';
  }
  if (method === 'reduce') return chainReduce(editor, call, fn) ? 'async' : 'refused';
  if (method === undefined || !CONCURRENT.has(method)) return refuseCall(editor, call, method);
  if (fn && !mayRunTogether(editor, fn, method)) return 'refused';
  return runTogether(editor, call, method, fn, named) ? 'async' : 'refused';
}

/** Refuses functions that change what all of their calls share, where the calls would overlap. */
export function mayRunTogether(editor: Editor, fn: FunctionNode, method: string): boolean {
  if (!CONCURRENT.has(method)) return true;
  const shared = sharedWrites(editor.source, fn);
  if (shared === undefined) return true;
  const message = `the callbacks of ${method} would run at the same time and all change ${shared}`;
  refuse(editor, 'shared state', message, fn);
  return false;
}

const CONCURRENT = new Set(['map', 'Array.from', 'flatMap', 'filter', 'some', 'every', 'find', 'findIndex']);

function refuseCall(editor: Editor, call: Node, method: string | undefined): 'refused' {
  const message =
    method === 'Promise'
      ? 'the executor of a promise is called synchronously, and nobody waits for what it returns'
      : method === undefined
        ? 'a function of the project takes it as a callback and uses its result at once'
        : `${method} calls its callback synchronously and uses the result at once`;
  refuse(editor, 'synchronous callback', message, call);
  return 'refused';
}

type MethodCall = TSESTree.CallExpression;

function runTogether(
  editor: Editor,
  call: MethodCall,
  method: string,
  fn: FunctionNode | undefined,
  named: NamedCallback | undefined,
): boolean {
  const callee = call.callee as TSESTree.MemberExpression;
  const callback = call.arguments[method === 'Array.from' ? 1 : 0];
  if (!callback) return false;
  const whole = wholeList(editor, call);
  if (!whole) return false;
  const picks = method === 'filter' || method === 'find';
  if (picks && !(named ? chooseByName(editor, named) : keepChosen(editor, callback, fn))) return false;
  insertBefore(editor, whole, 'Promise.all(');
  awaitExpression(editor, whole, SUFFIX[method] ?? '');
  // Before the parenthesis and the suffix that follow the awaited expression.
  const last = whole.range[1] - 1;
  replace(editor, last, last + 1, `${editor.source.text[last]})`);
  if (method !== 'map' && method !== 'Array.from') {
    replace(editor, startOffset(callee.property), endOffset(callee.property), 'map');
  }
  if (method !== 'map' && method !== 'Array.from' && method !== 'flatMap' && method !== 'filter') {
    editor.warnings.add(`all elements are looked at, where ${method} ended at the first that decides`);
  }
  editor.warnings.add(`the callbacks of ${method} run at the same time`);
  return true;
}

/** What gives the promises in any case: `xs?.map(f)` may give none, `xs?.map(f) ?? []` does not. */
function wholeList(editor: Editor, call: MethodCall): Node | undefined {
  const { source } = editor;
  if (!isOptional(call)) return call;
  const chain = parentOf(source, call);
  const whole = chain?.type === 'ChainExpression' ? parentOf(source, chain) : undefined;
  const isFilled =
    whole?.type === 'LogicalExpression' && whole.left === chain && sliceOf(source.text, whole.right) === '[]';
  if (isFilled) return whole;
  refuse(editor, 'optional chain', 'there may be no list, and Promise.all takes nothing else', call);
  return undefined;
}

const SUFFIX: Readonly<Record<string, string>> = {
  flatMap: '.flat()',
  filter: '.flat()',
  some: '.some(Boolean)',
  every: '.every(Boolean)',
  find: '.flat()[0]',
  findIndex: '.findIndex(Boolean)',
};

/** `test` → `async (x) => ((await test(x)) ? [x] : [])` */
function chooseByName(editor: Editor, { callback, names }: NamedCallback): boolean {
  const [item, index] = itemNames(editor, callback, names);
  if (names.length > 2) {
    refuse(editor, 'synchronous callback', `${callback.name} looks at the whole list`, callback);
    return false;
  }
  const params = names.length > 1 ? `${item}, ${index}` : item;
  const test = `async (${params}) => ((await ${callback.name}(${params})) ? [${item}] : [])`;
  replace(editor, startOffset(callback), endOffset(callback), test);
  return true;
}

/** `x => test(x)` → `x => (test(x) ? [x] : [])`, also for the returns of a block. */
function keepChosen(editor: Editor, callback: Node, fn: FunctionNode | undefined): boolean {
  const param = fn?.params[0];
  if (!fn || unwrap(callback) !== fn || param?.type !== 'Identifier') {
    refuse(editor, 'synchronous callback', 'the test is too long to become part of an asynchronous map', callback);
    return false;
  }
  if (fn.body.type === 'BlockStatement') {
    for (const node of ownReturns(editor, fn)) {
      if (!node.argument) insert(editor, endOffset(node) - (hasSemicolon(editor, node) ? 1 : 0), ' []');
      else if (node.argument.type === 'Literal' && typeof node.argument.value === 'boolean') {
        const { value } = node.argument;
        replace(editor, startOffset(node.argument), endOffset(node.argument), value ? `[${param.name}]` : '[]');
      } else choose(editor, node.argument, param.name, false);
    }
    endWithNone(editor, fn.body);
    return true;
  }
  choose(editor, fn.body, param.name, true);
  return true;
}

function choose(editor: Editor, test: Node, name: string, isBody: boolean): void {
  const isLoose = /^(?:Conditional|Assignment|Sequence|ArrowFunction|Yield)Expression$/.test(test.type);
  const isWrapped = isParenthesised(editor.source, test);
  const [open, close] = isBody ? ['(', isWrapped && isLoose ? '' : ')'] : ['', ''];
  insertBefore(editor, test, isLoose && !isWrapped ? `${open}(` : open);
  insertAfter(editor, test, `${isLoose && !(isWrapped && !isBody) ? ')' : ''} ? [${name}] : []${close}`);
}

function ownReturns(editor: Editor, fn: FunctionNode): TSESTree.ReturnStatement[] {
  const visit = (node: Node): TSESTree.ReturnStatement[] => [
    ...(node.type === 'ReturnStatement' && functionAround(editor.source, node) === fn ? [node] : []),
    ...childrenOf(node).flatMap(visit),
  ];
  return visit(fn.body);
}

function hasSemicolon({ source }: Editor, node: Node): boolean {
  return source.text[endOffset(node) - 1] === ';';
}

/** Who comes to the end has not chosen. */
function endWithNone(editor: Editor, body: TSESTree.BlockStatement): void {
  const last = body.body.at(-1);
  if (!last || last.type === 'ReturnStatement' || last.type === 'ThrowStatement') return;
  const { newline, semicolon } = styleOf(editor.source);
  insert(editor, endOffset(last), `${newline}${indentAt(editor.source, startOffset(last))}return []${semicolon}`);
}
