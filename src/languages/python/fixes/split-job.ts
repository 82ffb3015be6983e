import type { Range } from '../../../model/range.ts';
import type { FunctionRecord } from '../records.ts';
import { lookUp } from '../scopes.ts';
import { type Node, part } from '../tree.ts';
import { waitsIn } from './await-call.ts';
import { type Editor, insert, replace } from './editor.ts';
import { isGuarded, poolOf } from './elsewhere.ts';
import { loopOf } from './loops.ts';
import { freeName, nameFor } from './names.ts';
import { MUTATORS } from './shared-state.ts';
import { descendants, type FixSource, indentUnit, ownNodes, rootOf, sliceOf, topStatementAt } from './source.ts';

/**
 * `async def f(n): …` that only computes → `def compute_f(n): …`, and `async def f(n)` that hands it to a process: who awaits
 * it, alone or together with others, stays as it is. False where it is another function.
 */
export function computeInProcess(editor: Editor, at: Range): boolean {
  const { source } = editor;
  const fn = topStatementAt(source, at);
  if (fn?.type !== 'function_definition') return false;
  const [nameNode, parameters, body] = [part(fn, 'name'), part(fn, 'parameters'), part(fn, 'body')];
  const record = source.walk.functions.find(({ node }) => node === fn);
  if (!nameNode || !parameters || !body || !record) return false;
  if (record.returns.length === 0 || changesGiven(source, record)) return false;
  const isPlain = parameters.children.every(({ type }) => !type.includes('splat') && !type.endsWith('_separator'));
  const isAsync = sliceOf(source, fn).startsWith('async');
  if (!isPlain || !isAsync || record.scope.redirects || waitsIn(source, body)) return false;
  if (loopOf(source) !== 'asyncio' || !isGuarded(editor, fn)) return false;
  const name = sliceOf(source, nameNode);
  const inner = freeName(editor, name.startsWith('compute') ? `${name}_in_process` : `compute_${name}`);
  const type = part(fn, 'return_type');
  const returned = type ? ` -> ${sliceOf(source, type)}` : '';
  const given = [poolOf(editor, fn), inner, ...record.params.map((param) => param.name)].join(', ');
  const running = nameFor(editor, fn, 'asyncio', 'get_running_loop');
  const lines = [
    '',
    '',
    '',
    `async def ${name}${sliceOf(source, parameters)}${returned}:`,
    `${indentUnit(source)}return await ${running}().run_in_executor(${given})`,
  ];
  replace(editor, fn.start, nameNode.end, `def ${inner}`);
  const lineEnd = source.text.indexOf(source.newline, fn.end);
  insert(editor, lineEnd < 0 ? source.text.length : lineEnd, lines.join(source.newline));
  editor.swap = `Compute ${name} in another process`;
  editor.warnings.add(
    'arguments and results are copied, and what the function changes of its module stays in the process',
  );
  return true;
}

/** Whether a function changes what it is given, or what others have, too: in another process nobody would see that. */
function changesGiven(source: FixSource, { node, scope }: FunctionRecord): boolean {
  const isOthers = (expression: Node): boolean => {
    const root = rootOf(expression);
    if (root.type !== 'identifier') return true;
    const binding = lookUp(scope, sliceOf(source, root));
    return binding?.scope !== scope || binding.writes.some(({ kind }) => kind === 'param' || kind === 'element');
  };
  return [...ownNodes(node)].some((inner) => {
    if (inner.type === 'delete_statement') return inner.children.some(isOthers);
    if (/^(?:augmented_)?assignment$/.test(inner.type)) {
      const left = part(inner, 'left');
      const targets = left ? [left, ...descendants(left)] : [];
      return targets.some((target) => /^(?:subscript|attribute)$/.test(target.type) && isOthers(target));
    }
    const callee = inner.type === 'call' ? part(inner, 'function') : undefined;
    const [object, method] = callee ? [part(callee, 'object'), part(callee, 'attribute')] : [];
    return object !== undefined && method !== undefined && MUTATORS.test(sliceOf(source, method)) && isOthers(object);
  });
}
