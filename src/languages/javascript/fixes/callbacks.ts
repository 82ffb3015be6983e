import type { TSESTree } from '@typescript-eslint/types';
import type { PlannedCallback } from '../../../model/fix.ts';
import { endOffset, type FunctionNode, type Node, startOffset, unwrap } from '../ast.ts';
import { awaitExpression, isInPromiseAll, isParenthesised } from './await-call.ts';
import { type Editor, insert, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { inlineForEach } from './for-each.ts';
import { sharedWrites } from './shared-state.ts';
import { wrapExecutor } from './executor.ts';
import { callAt, childrenOf, functionAround, parentOf } from './source.ts';
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
  if (method === 'forEach' || isDropped) return inlineForEach(editor, call, fn) ? 'inlined' : 'refused';
  if (method === 'reduce') return chainReduce(editor, call, fn) ? 'async' : 'refused';
  if (method === undefined || !CONCURRENT.has(method)) return refuseCall(editor, call, method);
  if (fn) {
    const shared = sharedWrites(source, fn);
    if (shared !== undefined) {
      refuse(
        editor,
        'shared state',
        `the callbacks of ${method} would run at the same time and all change ${shared}`,
        fn,
      );
      return 'refused';
    }
  }
  return runTogether(editor, call, method, fn) ? 'async' : 'refused';
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

function runTogether(editor: Editor, call: MethodCall, method: string, fn: FunctionNode | undefined): boolean {
  const callee = call.callee as TSESTree.MemberExpression;
  const callback = call.arguments[method === 'Array.from' ? 1 : 0];
  if (!callback) return false;
  const picks = method === 'filter' || method === 'find';
  if (picks && !keepChosen(editor, callback, fn)) return false;
  insertBefore(editor, call, 'Promise.all(');
  awaitExpression(editor, call, SUFFIX[method] ?? '');
  // Before the parenthesis and the suffix that follow the awaited expression.
  const last = call.range[1] - 1;
  replace(editor, last, last + 1, '))');
  if (method !== 'map' && method !== 'Array.from') {
    replace(editor, startOffset(callee.property), endOffset(callee.property), 'map');
  }
  if (method !== 'map' && method !== 'Array.from' && method !== 'flatMap' && method !== 'filter') {
    editor.warnings.add(`all elements are looked at, where ${method} ended at the first that decides`);
  }
  editor.warnings.add(`the callbacks of ${method} run at the same time`);
  return true;
}

const SUFFIX: Readonly<Record<string, string>> = {
  flatMap: '.flat()',
  filter: '.flat()',
  some: '.some(Boolean)',
  every: '.every(Boolean)',
  find: '.flat()[0]',
  findIndex: '.findIndex(Boolean)',
};

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

/** Each step waits for the one before it. */
function chainReduce(editor: Editor, call: MethodCall, fn: FunctionNode | undefined): boolean {
  const { source } = editor;
  const [callback, initial] = call.arguments;
  const total = fn?.params[0];
  const canChain =
    fn && callback && initial && unwrap(callback) === fn && total?.type === 'Identifier' && !source.isTypeScript;
  if (!canChain || fn.body.type !== 'BlockStatement') {
    refuse(editor, 'synchronous callback', 'reduce calls its callback synchronously and uses the result at once', call);
    return false;
  }
  const { name } = total;
  replace(editor, startOffset(total), endOffset(total), `${name}Promise`);
  const [first] = fn.body.body;
  const gap = first ? source.text.slice(startOffset(fn.body) + 1, startOffset(first)) : ' ';
  insert(editor, startOffset(fn.body) + 1, `${gap.replace(/\S[\s\S]*$/, '')}const ${name} = await ${name}Promise;`);
  awaitExpression(editor, call);
  return true;
}
