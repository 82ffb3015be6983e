import type { PlannedOperation } from '../../../model/fix.ts';
import { type Node, part } from '../tree.ts';
import { type Editor, insert, refuse } from './editor.ts';
import { loopOf } from './loops.ts';
import { freeLocal, nameFor } from './names.ts';
import { descendants, indentAt, indentUnit, offsetAt, sliceOf } from './source.ts';

/** Seconds after which a loop lets others run. */
const BUDGET = '0.01';
const NEVER = /(?!)/;

/** Makes a loop give way to others whenever it has run for a while; returns its place. */
export function yieldInLoop(editor: Editor, { at }: PlannedOperation): Node | undefined {
  const { source } = editor;
  const start = offsetAt(source, at[0], at[1]);
  const loop = [...descendants(source.root)].find(
    (node) => /^(?:for|while)_statement$/.test(node.type) && node.start === start,
  );
  const body = loop && part(loop, 'body');
  const [first] = body?.children ?? [];
  if (!loop || !body || !first || !sliceOf(source, { start, end: first.start }).includes('\n')) {
    refuse(editor, 'no loop', 'only a loop with lines of its own can wait in between', loop ?? source.root);
    return undefined;
  }
  const name = loopOf(source);
  const clock = nameFor(editor, loop, 'time', 'monotonic');
  const pauseAt = freeLocal(editor, loop, 'pause_at', NEVER);
  const [outer, inner] = [indentAt(source, loop.start), indentAt(source, first.start)];
  const { newline } = source;
  const budget = `${pauseAt} = ${clock}() + ${BUDGET}`;
  const pause = `await ${nameFor(editor, loop, name, 'sleep')}(0)`;
  insert(editor, loop.start, budget + newline + outer);
  const step = inner + indentUnit(source);
  // Comments that speak of the first statement stay with it.
  const head = part(loop, 'right') ?? part(loop, 'condition') ?? loop.children[0] ?? loop;
  const place = source.text.indexOf('\n', source.text.indexOf(':', head.end)) + 1;
  const lines = [`${inner}if ${clock}() > ${pauseAt}:`, step + pause, step + budget, ''];
  insert(editor, place, lines.join(newline));
  editor.warnings.add('others run while it waits: what it reads may be changed by them');
  return loop;
}
