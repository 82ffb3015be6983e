import { type Node, part } from '../tree.ts';
import { argumentsOf } from './arguments.ts';
import { awaitAround, canAwait } from './await-call.ts';
import { type Editor, replace } from './editor.ts';
import { loopOf } from './loops.ts';
import { freeLocal, nameFor } from './names.ts';
import { indentAt, indentUnit, rootOf, sliceOf, statementAround } from './source.ts';

/** Arguments that mean the same to both libraries. */
const SHARED = new Set(['params', 'headers', 'json', 'data', 'cookies', 'timeout', 'url']);

/** `r = requests.get(url)` → a client of httpx, where the project has it. False where it is another statement. */
export function replaceRequest(editor: Editor, call: Node, api: string): boolean {
  const { source } = editor;
  const method = /^python:requests\.(get|post|put|patch|delete|head|options)$/.exec(api)?.[1];
  const statement = statementAround(source, call);
  const [inner] = statement.type === 'expression_statement' ? statement.children : [];
  const target = inner?.type === 'assignment' && part(inner, 'right') === call ? part(inner, 'left') : undefined;
  const { isOpen, named } = argumentsOf(source, call);
  const fits =
    method !== undefined &&
    target?.type === 'identifier' &&
    !isOpen &&
    [...named.keys()].every((name) => SHARED.has(name));
  if (!fits || !editor.about.packages.has('httpx') || loopOf(source) === 'trio' || !canAwait(editor, call))
    return false;
  const list = sliceOf(source, part(call, 'arguments') ?? call);
  const client = freeLocal(editor, call, 'client', /AsyncClient\(/);
  const options = named.has('timeout') ? 'follow_redirects=True' : 'follow_redirects=True, timeout=None';
  const head = `async with ${nameFor(editor, call, 'httpx', 'AsyncClient')}(${options}) as ${client}:`;
  const margin = indentAt(source, statement.start) + indentUnit(source);
  const body = `${sliceOf(source, target)} = await ${client}.${method}${list}`;
  replace(editor, statement.start, statement.end, head + source.newline + margin + body);
  editor.released.push(rootOf(part(call, 'function') ?? call));
  editor.warnings.add('errors are those of httpx, and so is the response: look at what catches and reads them');
  editor.swap = `await httpx.AsyncClient().${method} instead of requests.${method}`;
  return true;
}

/** `model.invoke(x)` → `await model.ainvoke(x)`: a twin on the same object. */
export function callTwin(editor: Editor, call: Node, api: string, target: string): boolean {
  const { source } = editor;
  const split = (name: string): readonly [string, string] => [
    name.slice(0, name.lastIndexOf('.')),
    name.slice(name.lastIndexOf('.') + 1),
  ];
  const [[owner, own], [other, name]] = [split(api), split(target)];
  const callee = part(call, 'function');
  const attribute = callee?.type === 'attribute' ? part(callee, 'attribute') : undefined;
  if (owner !== other || own === name || !attribute || sliceOf(source, attribute) !== own) return false;
  if (!awaitAround(editor, call)) return false;
  replace(editor, attribute.start, attribute.end, name);
  editor.swap = `await ${name} instead of ${own}`;
  return true;
}

const FUTURES = /^python:(?:concurrent\.futures\.Future\(\)|asyncio\.run_coroutine_threadsafe\(\))\.result$/;

/** `future.result()` → `await asyncio.wrap_future(future)` */
export function awaitFuture(editor: Editor, call: Node, api: string): boolean {
  const { source } = editor;
  const callee = part(call, 'function');
  const future = callee && part(callee, 'object');
  const isPlain = part(call, 'arguments')?.children.length === 0;
  if (!FUTURES.test(api) || !future || !isPlain || loopOf(source) !== 'asyncio') return false;
  const wrap = nameFor(editor, call, 'asyncio', 'wrap_future');
  if (!awaitAround(editor, call, `${wrap}(`)) return false;
  replace(editor, future.end, call.end, ')');
  editor.swap = `await ${wrap} instead of asking for the result`;
  return true;
}
