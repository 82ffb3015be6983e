import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, isFunctionNode, type Node, sliceOf, startOffset, staticName } from '../../ast.ts';
import { type Editor, refuse, replace } from '../editor.ts';
import { moduleBindings } from '../modules.ts';
import { childrenOf, functionAround, parentOf } from '../source.ts';
import type { Released } from '../twins.ts';

/** `new Promise((resolve, reject) => { const worker = new Worker(…); … })` → `job(data)`. */
export function callInstead(editor: Editor, start: TSESTree.NewExpression, name: string, released: Released): void {
  const { source } = editor;
  const executor = functionAround(source, start);
  const promise = parentOf(source, executor);
  const data = dataOf(start);
  const isPromise = promise?.type === 'NewExpression' && sliceOf(source.text, promise.callee) === 'Promise';
  if (data === undefined || !isPromise || !isFunctionNode(executor) || !onlySettles(editor, executor, start)) {
    const message = 'the thread is not only started, waited for once in a new Promise, and left';
    return refuse(editor, 'worker', message, start);
  }
  const text = data ? sliceOf(source.text, data) : '';
  replace(editor, startOffset(promise), endOffset(promise), `${name}(${text})`);
  release(editor, promise, data, released);
  if (data && !data.type.endsWith('Literal'))
    editor.warnings.add(`${sliceOf(source.text, data)} is no longer copied: what is changed in it stays changed`);
  editor.warnings.add('an error of the code is the error itself, no longer a copy of it');
}

/** What the thread gets: null for nothing, undefined where more is said of it than that. */
function dataOf({ arguments: [, options] }: TSESTree.NewExpression): Node | null | undefined {
  if (!options) return null;
  const [property, ...others] = options.type === 'ObjectExpression' ? options.properties : [];
  const isData = property?.type === 'Property' && staticName(property.key, property.computed) === 'workerData';
  return isData && others.length === 0 ? property.value : undefined;
}

/** Whether an executor starts the thread, and lets it settle the promise. */
function onlySettles(
  editor: Editor,
  { body, params }: Node & { readonly body: Node; readonly params: Node[] },
  start: Node,
): boolean {
  const [first, ...others] = body.type === 'BlockStatement' ? body.body : [];
  const [declarator] = first?.type === 'VariableDeclaration' ? first.declarations : [];
  if (!declarator || parentOf(editor.source, start) !== declarator) return false;
  const worker = declarator.id.type === 'Identifier' ? declarator.id.name : '';
  const [resolve, reject] = params.map((param) => (param.type === 'Identifier' ? param.name : ''));
  const events = others.map((statement) => eventOf(statement, worker));
  return (
    events.some((event) => event?.name === 'message') &&
    events.every((event) => {
      if (event?.name === 'message') return isCallOf(event.listener, resolve);
      return event?.name === 'exit' || (event?.name === 'error' && isCallOf(event.listener, reject));
    })
  );
}

/** `worker.on('message', resolve)` */
function eventOf(statement: Node, worker: string): { readonly name: unknown; readonly listener: Node } | undefined {
  const call = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = call.callee;
  const [event, listener, ...others] = call.arguments;
  const isOn =
    object.type === 'Identifier' && object.name === worker && /^on(?:ce)?$/.test(staticName(property, computed) ?? '');
  return isOn && event?.type === 'Literal' && listener && others.length === 0
    ? { name: event.value, listener }
    : undefined;
}

/** `resolve`, or `(value) => resolve(value)`. */
function isCallOf(listener: Node, name: string | undefined): boolean {
  if (listener.type === 'Identifier') return listener.name === name;
  if (listener.type !== 'ArrowFunctionExpression' || listener.body.type !== 'CallExpression') return false;
  const [param, ...others] = listener.params;
  const { callee, arguments: args } = listener.body;
  const isSame =
    args.length === 1 && args[0]?.type === 'Identifier' && param?.type === 'Identifier' && args[0].name === param.name;
  return isSame && others.length === 0 && callee.type === 'Identifier' && callee.name === name;
}

/** What the promise used of modules, and nothing else does: `Worker`, `path`. */
function release({ source }: Editor, promise: Node, kept: Node | null, released: Released): void {
  const names: string[] = [];
  const visit = (node: Node): void => {
    if (node === kept) return;
    if (node.type === 'Identifier') names.push(node.name);
    childrenOf(node).forEach(visit);
  };
  visit(promise);
  for (const binding of moduleBindings(source)) {
    const count = names.filter((name) => name === binding.local).length;
    if (count > 0) released.set(binding, count);
  }
}
