import { FunctionFlag } from '../../../model/facts.ts';
import { lookUp } from '../scopes.ts';
import { type Node, part, unwrap } from '../tree.ts';
import { callText } from './arguments.ts';
import { isOlder } from './await-call.ts';
import { type Editor, refuse, replace } from './editor.ts';
import { loopOf } from './loops.ts';
import { freeLocal, nameFor } from './names.ts';
import {
  type FixSource,
  functionAround,
  indentAt,
  indentUnit,
  parentOf,
  scopeAt,
  sliceOf,
  statementAround,
} from './source.ts';

/** One of the statements: `target = await operand`. */
interface Slot {
  readonly statement: Node;
  readonly target: Node | undefined;
  readonly operand: Node;
}

/** `a = await f()`, `b = await g()` → `a, b = await asyncio.gather(f(), g())`; returns the title. */
export function awaitRow(editor: Editor, awaits: readonly Node[]): string | undefined {
  const slots = awaits.map((node) => slotOf(editor, node)).filter((slot) => slot !== undefined);
  const [first, ...others] = slots;
  if (!first || slots.length < awaits.length || !areNeighbours(editor, slots)) return undefined;
  const text = textOf(editor, slots);
  if (text === undefined) return undefined;
  replace(editor, first.statement.start, first.statement.end, text.code);
  for (const { statement } of others) removeStatement(editor, statement);
  return `Await ${slots.length === 2 ? 'both' : `all ${slots.length}`} together with ${text.means}`;
}

function slotOf(editor: Editor, node: Node): Slot | undefined {
  const { source } = editor;
  const statement = statementAround(source, node);
  const [inner] = statement.type === 'expression_statement' ? statement.children : [];
  const operand = node.children[0];
  const isPlain = inner === node;
  const target =
    inner?.type === 'assignment' && part(inner, 'right') === node && !part(inner, 'type')
      ? part(inner, 'left')
      : undefined;
  if (!operand || !(isPlain || target)) {
    refuse(editor, 'another shape', 'the await is a part of a larger expression', node);
    return undefined;
  }
  return { statement, target, operand };
}

function areNeighbours(editor: Editor, slots: readonly Slot[]): boolean {
  const { source } = editor;
  const [first] = slots;
  const siblings = first ? (parentOf(source, first.statement)?.children ?? []) : [];
  const start = first ? siblings.indexOf(first.statement) : 0;
  const apart = slots.find(({ statement }, index) => siblings[start + index] !== statement);
  if (apart) refuse(editor, 'other statements', 'there are other statements between the awaits', apart.statement);
  return !apart;
}

interface Text {
  readonly code: string;
  readonly means: string;
}

function textOf(editor: Editor, slots: readonly Slot[]): Text | undefined {
  const { source } = editor;
  const place = slots[0]!.statement;
  const loop = loopOf(source);
  if (loop !== 'asyncio') {
    if (slots.every(({ target }) => !target)) return startSoon(editor, slots, loop);
    refuse(editor, 'results of tasks', 'tasks of a nursery or a task group give no results back', place);
    return undefined;
  }
  if (!isOlder(editor, 11) && slots.every(({ operand }) => isCoroutine(source, operand)) && !isTried(source, place)) {
    return taskGroup(editor, slots);
  }
  const margin = indentAt(source, place.start);
  const gather = nameFor(editor, place, 'asyncio', 'gather');
  const call = callText(
    source,
    `await ${gather}`,
    slots.map(({ operand }) => sliceOf(source, operand)),
    margin,
    indentUnit(source),
  );
  const targets = slots.map(({ target }) => (target ? targetText(source, target) : '_'));
  editor.warnings.add('all are started: when one fails, the others go on, and the first that fails decides the error');
  return {
    code: slots.some(({ target }) => target) ? `${targets.join(', ')} = ${call}` : call,
    means: 'asyncio.gather',
  };
}

/** What takes several values keeps its brackets. */
function targetText(source: FixSource, target: Node): string {
  const text = sliceOf(source, target);
  return target.type === 'pattern_list' ? `(${text})` : text;
}

/** A function of this file that is known to be asynchronous: others may give an awaitable that is no coroutine. */
function isCoroutine(source: FixSource, operand: Node): boolean {
  const callee = operand.type === 'call' ? part(operand, 'function') : undefined;
  if (callee?.type !== 'identifier') return false;
  const writes = lookUp(scopeAt(source, operand), sliceOf(source, callee))?.writes ?? [];
  const [write] = writes;
  return (
    writes.length === 1 &&
    write?.kind === 'function' &&
    (write.fn.flags & FunctionFlag.Async) !== 0 &&
    write.fn.decorators.length === 0
  );
}

/** Whether errors are caught by their type around a statement: those of a group have another one. */
function isTried(source: FixSource, statement: Node): boolean {
  const around = functionAround(source, statement);
  for (let outer = parentOf(source, statement); outer && outer !== around; outer = parentOf(source, outer)) {
    if (outer.type === 'try_statement') return true;
  }
  return false;
}

/** `async with asyncio.TaskGroup() as group:` with a task for each. */
function taskGroup(editor: Editor, slots: readonly Slot[]): Text {
  const { source } = editor;
  const { newline } = source;
  const place = slots[0]!.statement;
  const margin = indentAt(source, place.start);
  const step = indentUnit(source);
  const group = freeLocal(editor, place, 'group', /TaskGroup\(/);
  const tasks = slots.map(({ target, operand }, index) => {
    const base = target?.type === 'identifier' ? `${sliceOf(source, target)}_task` : `task_${index + 1}`;
    return { target, name: freeLocal(editor, place, base, /create_task\(/), operand: sliceOf(source, operand) };
  });
  const lines = [`async with ${nameFor(editor, place, 'asyncio', 'TaskGroup')}() as ${group}:`];
  for (const { target, name, operand } of tasks) {
    lines.push(`${margin}${step}${target ? `${name} = ` : ''}${group}.create_task(${operand})`);
  }
  for (const { target, name } of tasks)
    if (target) lines.push(`${margin}${sliceOf(source, target)} = ${name}.result()`);
  editor.warnings.add('when one fails, the others are cancelled, and the error comes in an ExceptionGroup');
  return { code: lines.join(newline), means: 'asyncio.TaskGroup' };
}

/** The open group of the loop, and what begins it. */
export function groupOf(
  editor: Editor,
  place: Node,
  loop: 'anyio' | 'trio',
): { readonly head: string; readonly name: string; readonly means: string } {
  const name = freeLocal(editor, place, loop === 'trio' ? 'nursery' : 'group', /open_nursery|create_task_group/);
  const open = nameFor(editor, place, loop, loop === 'trio' ? 'open_nursery' : 'create_task_group');
  editor.warnings.add('when one fails, the others are cancelled, and the error comes in an ExceptionGroup');
  return { head: `async with ${open}() as ${name}:`, name, means: loop === 'trio' ? 'a nursery' : 'a task group' };
}

function startSoon(editor: Editor, slots: readonly Slot[], loop: 'anyio' | 'trio'): Text | undefined {
  const { source } = editor;
  const place = slots[0]!.statement;
  const margin = indentAt(source, place.start) + indentUnit(source);
  const { head, name, means } = groupOf(editor, place, loop);
  const lines = [head];
  for (const { operand } of slots) {
    const call = unwrap(operand);
    const [callee, list] = [part(call, 'function'), part(call, 'arguments')];
    if (!callee || !list || list.children.some(({ type }) => type === 'keyword_argument' || type.endsWith('splat'))) {
      refuse(editor, 'another shape', 'a task is started with a function and its arguments, in their order', operand);
      return undefined;
    }
    const args = [callee, ...list.children].map((node) => sliceOf(source, node));
    lines.push(`${margin}${name}.start_soon(${args.join(', ')})`);
  }
  return { code: lines.join(source.newline), means };
}

/** Its comment stays. */
function removeStatement(editor: Editor, { start, end }: Node): void {
  const { source } = editor;
  const { text } = source;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0];
  const margin = indentAt(source, start).length;
  if (rest !== undefined) replace(editor, start - margin, end + rest.length, '');
  else if (end >= text.length) replace(editor, start - margin, end, '');
  else replace(editor, start, end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0), '');
}
