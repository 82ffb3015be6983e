import type { Node } from '../tree.ts';
import type { Editor } from './editor.ts';
import { isOlder } from './await-call.ts';
import { importsOf } from './import-list.ts';
import { nameFor } from './names.ts';
import type { FixSource } from './source.ts';

export type Loop = 'asyncio' | 'anyio' | 'trio';

/** The loop that a file works with, by what it imports. */
export function loopOf(source: FixSource): Loop {
  const has = (name: string): boolean => importsOf(source).some(({ module }) => module.split('.')[0] === name);
  if (has('asyncio')) return 'asyncio';
  return has('trio') ? 'trio' : has('anyio') ? 'anyio' : 'asyncio';
}

/** The text of a function that runs another one in a thread, and how it takes arguments by name. */
export interface ThreadCall {
  /** Everything up to the function: `asyncio.to_thread(`. */
  readonly open: string;
  /** What wraps a call with arguments by name: `functools.partial`. */
  readonly partial: string | undefined;
}

export function threadCall(editor: Editor, place: Node, hasKeywords: boolean): ThreadCall {
  const loop = loopOf(editor.source);
  const partial = (): string | undefined => (hasKeywords ? nameFor(editor, place, 'functools', 'partial') : undefined);
  if (loop !== 'asyncio') {
    const to = nameFor(editor, place, loop, 'to_thread.run_sync');
    return { open: `${to}(`, partial: partial() };
  }
  if (isOlder(editor, 9)) {
    const running = nameFor(editor, place, 'asyncio', 'get_running_loop');
    return { open: `${running}().run_in_executor(None, `, partial: partial() };
  }
  return { open: `${nameFor(editor, place, 'asyncio', 'to_thread')}(`, partial: undefined };
}
